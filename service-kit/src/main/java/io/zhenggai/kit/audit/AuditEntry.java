package io.zhenggai.kit.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.zhenggai.kit.history.Channel;
import io.zhenggai.kit.history.StoredEntry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deed as auditors see it.
 *
 * @param number of all deeds in this service; the newest has the highest
 * @param aggregateCity with the region: whose aggregate it is
 * @param sequence the place in the aggregate's chain, from 1
 * @param version of the aggregate after it
 * @param at by the business clock
 * @param person the subject of the token; with name, role, region and unit: of who did it
 * @param changes the changed fields, of personal data as keyed digests
 * @param hash of this entry and all before it in the chain, 64 hexadecimal digits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntry(
        long number,
        String aggregateType,
        UUID aggregateId,
        String aggregateCity,
        String aggregateRegion,
        long sequence,
        long version,
        Instant at,
        String action,
        String person,
        String name,
        String role,
        String region,
        @Nullable String unit,
        Channel channel,
        @Nullable String reason,
        JsonNode changes,
        String hash) {

    static AuditEntry of(long number, long sequence, StoredEntry stored, String hash) {
        return new AuditEntry(
                number,
                stored.aggregateType(),
                stored.aggregateId(),
                stored.aggregateCity(),
                stored.aggregateRegion(),
                sequence,
                stored.version(),
                stored.at(),
                stored.action(),
                stored.person(),
                stored.name(),
                stored.role(),
                stored.region(),
                stored.unit(),
                stored.channel(),
                stored.reason(),
                stored.changes(),
                hash);
    }
}
