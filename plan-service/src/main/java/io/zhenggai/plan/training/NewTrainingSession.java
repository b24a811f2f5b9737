package io.zhenggai.plan.training;

import io.zhenggai.kit.text.RegionCodeText;
import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session that was held.
 *
 * @param subjectRegion the city that was trained; of TARGETED_TRAINING only, and needed there
 * @param heldOn from the campaign's first day to today
 * @param units 市直有关单位 that took part, at most 100
 * @param counties codes of the counties and zones that took part, at most 200
 * @param experts how many experts taught; none where nothing is said
 */
record NewTrainingSession(
        @NotNull UUID campaignId,
        @NotNull TrainingKind kind,
        @RegionCodeText @Nullable String subjectRegion,
        @NotNull LocalDate heldOn,
        @NotBlank @Text(max = 200) String title,
        @Size(max = 100) List<@NotBlank @Text(max = 100) String> units,
        @Size(max = 200) List<@NotNull @RegionCodeText String> counties,
        @NotNull @Min(1) @Max(100_000) Integer participants,
        @Min(0) @Max(1_000) @Nullable Integer experts) {

    /** Nothing said means none. */
    @SuppressWarnings("ConstantValue")
    NewTrainingSession {
        units = units == null ? List.of() : units;
        counties = counties == null ? List.of() : counties;
    }
}
