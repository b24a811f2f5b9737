package io.zhenggai.report.summary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.zhenggai.kit.http.EntityTags;
import io.zhenggai.report.office.OfficeFigures;
import io.zhenggai.report.office.ProposedTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A report as it is shown.
 *
 * @param version counts the changes, from 0; what {@code If-Match} is compared with
 * @param regionName the office's region by name
 * @param deadline until when it was owed; absent while that is not known here
 * @param late whether the first submission was, for ever; absent before it and while the deadline is not known here
 * @param legalMoves what may be done with it now, whoever may do it
 * @param figuresFrozen whether the figures are those of the last submission
 * @param figures as of now, or as they stood at the last submission
 * @param proposals what the figures say, in words; absent once the figures are frozen
 * @param moving in words, whatever of this changes without the version; not shown
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ReportView(
        @JsonUnwrapped ReportFields fields,
        long version,
        String regionName,
        Optional<LocalDate> deadline,
        Optional<Boolean> late,
        List<ReportMove> legalMoves,
        boolean figuresFrozen,

        @Schema(implementation = OfficeFigures.class) JsonNode figures,

        Optional<ProposedTexts> proposals,
        @JsonIgnore String moving) {

    /** @return the entity tag, other figures and another deadline making another one */
    String tag(LocalDate today) {
        return EntityTags.of(version, today, deadline + " " + late + " " + moving);
    }
}
