package io.zhenggai.issue.delivery;

import io.zhenggai.issue.ledger.NewIssue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * 报送.
 *
 * @param campaignId a published campaign that has not ended
 * @param items what is delivered, at most 200
 */
record IssueDelivery(
        @NotNull UUID campaignId, @NotEmpty @Size(max = 200) List<@NotNull @Valid DeliveredIssue> items) {

    List<NewIssue> issues() {
        return items.stream().map(item -> item.in(campaignId)).toList();
    }
}
