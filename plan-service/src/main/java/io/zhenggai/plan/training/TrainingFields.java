package io.zhenggai.plan.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a session holds; also its public state in events: no person.
 *
 * @param region who held it: an office's code, or 410000
 * @param subjectRegion the city that was trained; only of TARGETED_TRAINING
 * @param units 市直有关单位 that took part
 * @param counties codes of the counties and zones that took part
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrainingFields(
        UUID id,
        UUID campaignId,
        TrainingKind kind,
        String region,
        @Nullable String subjectRegion,
        LocalDate heldOn,
        String title,
        List<String> units,
        List<String> counties,
        int participants,
        int experts) {}
