package io.zhenggai.issue.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhenggai.issue.ledger.IssueStanding;
import io.zhenggai.issue.ledger.IssueState;
import io.zhenggai.kit.event.feed.FedEvent;
import io.zhenggai.kit.json.StoredJson;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that happened to an issue; or, where a copy begins, how it stands ({@code issue.snapshot.v1}).
 *
 * @param eventId by which it is known wherever it is told
 * @param type what happened, as on Kafka, such as {@code issue.closed.v1}; there may be more of them in time
 * @param at when, by the business clock
 * @param eventVersion counts what happened to the issue: 1, 2, 3 …
 * @param issue as it was then: no text, no file name, no person
 * @param change what the type does not say
 */
record IssueChange(
        UUID eventId,
        String type,
        Instant at,
        long eventVersion,
        IssueState issue,
        @Schema(additionalProperties = Schema.True.class) Map<String, JsonNode> change) {

    private static final String SNAPSHOT = "issue.snapshot.v1";

    static IssueChange of(FedEvent event) {
        Data data = StoredJson.read(event.data(), Data.class);
        return new IssueChange(
                event.eventId(),
                event.type(),
                event.occurredAt(),
                event.aggregateVersion(),
                data.state(),
                data.change());
    }

    /** @param eventId nothing happened by which it could be known otherwise */
    static IssueChange of(IssueStanding standing, UUID eventId) {
        return new IssueChange(
                eventId, SNAPSHOT, standing.changedAt(), standing.eventVersion(), standing.issue(), Map.of());
    }

    private record Data(IssueState state, Map<String, JsonNode> change) {}
}
