package io.zhenggai.issue.delivery;

import io.zhenggai.kit.json.Item;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * 报送.
 *
 * @param campaignId a published campaign that has not ended
 * @param items what is delivered, at most 200, each checked by itself
 */
record IssueDelivery(
        @NotNull UUID campaignId,

        @NotEmpty @Size(max = 200) @Schema(type = SchemaType.ARRAY, implementation = DeliveredIssue.class)
        List<Item<DeliveredIssue>> items) {}
