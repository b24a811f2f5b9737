package io.zhenggai.kit.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.zhenggai.kit.json.StoredJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is stored: all of it is in the text that is chained, and the columns beside that repeat what is asked for.
 *
 * @param aggregateCity with the region: the aggregate's
 * @param at to the microsecond, as the column keeps it
 * @param person with name, role, region and unit: of who did it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoredEntry(
        String aggregateType,
        UUID aggregateId,
        String aggregateCity,
        String aggregateRegion,
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
        JsonNode changes) {

    static StoredEntry of(Deed deed) {
        Act act = deed.act();
        return new StoredEntry(
                deed.aggregate().type(),
                deed.aggregate().id(),
                deed.aggregate().city(),
                deed.aggregate().region(),
                deed.version(),
                act.at().truncatedTo(ChronoUnit.MICROS),
                deed.action(),
                act.by().person(),
                act.by().name(),
                act.by().role().claim(),
                act.by().region(),
                act.by().unit().orElse(null),
                act.channel(),
                act.reason().orElse(null),
                StoredJson.tree(deed.changes()));
    }

    /** @throws IllegalStateException when the text is no entry */
    public static StoredEntry read(String text) {
        return StoredJson.read(text, StoredEntry.class);
    }

    HistoryEntry shown() {
        return new HistoryEntry(version, at, action, name, role, region, channel, reason, changes);
    }
}
