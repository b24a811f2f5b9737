package io.zhenggai.plan.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.zhenggai.kit.json.FieldChanges;
import io.zhenggai.kit.problem.Words;
import io.zhenggai.plan.notice.NoticeReading;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it is shown.
 *
 * @param campaign what would be published, in plain values
 * @param corrections where a person says otherwise than was read, field by field
 * @param obstacles what stands between the draft and its publication; none once it is published
 * @param reading what was read, each item with its sentence and its mark
 */
record DraftView(
        @JsonUnwrapped DraftFields fields,
        DraftContent campaign,
        List<Correction> corrections,
        List<Obstacle> obstacles,
        NoticeReading reading) {

    /**
     * A corrected field.
     *
     * @param read what was read; absent where nothing was
     * @param corrected what stands there now; absent where it was taken out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Correction(
            String field,
            @Schema(implementation = Object.class) @Nullable JsonNode read,
            @Schema(implementation = Object.class) @Nullable JsonNode corrected) {}

    /** A rule that the draft breaks as it stands. */
    record Obstacle(String field, Words message) {}

    static List<Correction> corrections(CampaignDraft draft) {
        return FieldChanges.between(AsRead.content(draft.reading()), draft.content()).entrySet().stream()
                .map(change -> new Correction(
                        change.getKey(),
                        change.getValue().from(),
                        change.getValue().to()))
                .toList();
    }
}
