package io.zhenggai.plan.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.kit.calendar.Light;
import io.zhenggai.plan.obligation.ObligationCode;
import io.zhenggai.plan.obligation.ObligationFields;
import io.zhenggai.plan.obligation.ObligationKind;
import io.zhenggai.plan.obligation.ObligationStatus;
import io.zhenggai.plan.obligation.ObligationView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param rows those that the caller may see: the offices in the order of their codes, then the province */
record Board(UUID campaignId, List<Row> rows) {

    /** @param cells by phase */
    @Schema(name = "BoardRow")
    record Row(String region, String regionName, List<Cell> cells) {}

    /**
     * @param subjectRegion the city that is trained; only of TARGETED_TRAINING
     * @param light absent when nothing is owed any more
     * @param resubmitBy only while RETURNED
     */
    @Schema(name = "BoardCell")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cell(
            UUID obligationId,
            ObligationCode code,
            String title,
            ObligationKind kind,
            int phase,
            @Nullable String subjectRegion,
            LocalDate deadline,
            ObligationStatus status,
            boolean late,
            int returns,
            @Nullable Light light,
            @Nullable Instant firstSubmittedAt,
            @Nullable LocalDate resubmitBy) {

        static Cell of(ObligationView obligation) {
            ObligationFields fields = obligation.fields();
            return new Cell(
                    fields.id(),
                    fields.code(),
                    fields.title(),
                    fields.kind(),
                    fields.phase(),
                    fields.subjectRegion(),
                    fields.deadline(),
                    fields.status(),
                    fields.late(),
                    fields.returns(),
                    obligation.light(),
                    fields.firstSubmittedAt(),
                    fields.resubmitBy());
        }
    }
}
