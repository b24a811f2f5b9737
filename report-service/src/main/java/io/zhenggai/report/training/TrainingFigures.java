package io.zhenggai.report.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.report.query.FigureQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The trainings of one office in one campaign in figures.
 *
 * @param sessions what the office held itself 专题培训
 * @param participants 人次, summed over its sessions
 * @param experts 专家人次, summed over its sessions
 * @param firstHeldOn of its sessions; absent where there are none
 * @param lastHeldOn of its sessions; absent where there are none
 * @param units 市直有关单位 that took part, each once
 * @param counties counties and zones that took part, each once
 * @param targetedSessions 针对性培训 that the province held for this office
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record TrainingFigures(
        long sessions,
        long participants,
        long experts,
        Optional<LocalDate> firstHeldOn,
        Optional<LocalDate> lastHeldOn,
        List<String> units,
        List<TrainedCounty> counties,
        long targetedSessions,
        FigureQuery query) {

    /**
     * A county or zone.
     *
     * @param name absent for a code that is not known here
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record TrainedCounty(String code, Optional<String> name) {}
}
