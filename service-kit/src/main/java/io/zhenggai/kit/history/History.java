package io.zhenggai.kit.history;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.json.StoredJson;
import io.zhenggai.kit.sql.ManyRows;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The histories of all aggregates of a service, in one table to which rows are only ever added. Each entry is chained to the one before of
 * its aggregate: its hash is SHA-256 over that one's 32 bytes, none for the first, and the UTF-8 bytes of its own text as stored. Whoever
 * adds holds the aggregate's row locked, or has just made it; so no two add to one chain at a time, and chains wait for each other
 * nowhere (decision 13).
 */
@Singleton
public class History {

    /** The transaction has its number before the rows have theirs: seals go by that. */
    private static final String INSERT = """
            insert into history_entry (aggregate_type, aggregate_id, sequence, city, region, at, action, person, entry, hash)
            select deed.aggregate_type, deed.aggregate_id, coalesce(last.sequence, 0) + 1, deed.city, deed.region, deed.at, deed.action,
                   deed.person, deed.entry, sha256(coalesce(last.hash, '') || convert_to(deed.entry, 'UTF8'))
            from unnest(?, ?, ?, ?, ?, ?, ?, ?) as deed (aggregate_type, aggregate_id, city, region, at, action, person, entry)
            left join lateral (
                select before.sequence, before.hash from history_entry as before
                where before.aggregate_type = deed.aggregate_type and before.aggregate_id = deed.aggregate_id
                order by before.sequence desc limit 1
            ) as last on true
            cross join (select pg_current_xact_id() as id) as mine
            where mine.id is not null
            """;

    private static final String OF_AGGREGATE =
            "select entry from history_entry where aggregate_type = ? and aggregate_id = ? order by sequence";
    private static final String LAST_CHANGES = """
            select distinct on (aggregate_id) aggregate_id, at from history_entry
            where aggregate_type = ? and aggregate_id = any (?) order by aggregate_id, sequence desc
            """;
    private static final String CONTAINS = """
            select exists (select from history_entry where aggregate_type = ? and aggregate_id = ? and action = ?)
            """;

    private final AgroalDataSource dataSource;

    History(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One statement, in the transaction at hand. */
    public void add(Deed deed) {
        add(List.of(deed));
    }

    /**
     * One statement for all of them, in the transaction at hand.
     *
     * @param deeds some hundreds at the most, no two to the same aggregate
     */
    public void add(List<Deed> deeds) {
        List<StoredEntry> entries = deeds.stream().map(StoredEntry::of).toList();
        ManyRows.writeAtOnce(dataSource, INSERT, entries, columns -> {
            columns.texts(1, StoredEntry::aggregateType);
            columns.uuids(2, StoredEntry::aggregateId);
            columns.texts(3, StoredEntry::aggregateCity);
            columns.texts(4, StoredEntry::aggregateRegion);
            columns.instants(5, StoredEntry::at);
            columns.texts(6, StoredEntry::action);
            columns.texts(7, StoredEntry::person);
            columns.texts(8, StoredJson::write);
        });
    }

    /**
     * To be asked for an aggregate that was found within a scope; one statement.
     *
     * @return the oldest first
     */
    public List<HistoryEntry> of(String aggregateType, UUID aggregateId) {
        return read(OF_AGGREGATE, List.of(aggregateType, aggregateId), found -> {
            List<HistoryEntry> entries = new ArrayList<>();
            while (found.next()) {
                entries.add(StoredEntry.read(found.getString("entry")).shown());
            }
            return entries;
        });
    }

    /** @return when each was changed last, by its id, without those that have no history; one statement */
    public Map<UUID, Instant> lastChanges(String aggregateType, Collection<UUID> ids) {
        return read(LAST_CHANGES, List.of(aggregateType, ids.toArray(UUID[]::new)), found -> {
            Map<UUID, Instant> changes = new HashMap<>();
            while (found.next()) {
                changes.put(
                        found.getObject("aggregate_id", UUID.class),
                        found.getObject("at", OffsetDateTime.class).toInstant());
            }
            return changes;
        });
    }

    /** @return whether that was done to the aggregate at any time; one statement */
    public boolean contains(String aggregateType, UUID aggregateId, String action) {
        return read(
                CONTAINS,
                List.of(aggregateType, aggregateId, action),
                found -> found.next() && found.getBoolean("exists"));
    }

    private <R> R read(String sql, List<Object> parameters, Reading<R> reading) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                read.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet found = read.executeQuery()) {
                return reading.of(found);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the history could not be read", e);
        }
    }

    private interface Reading<R> {
        R of(ResultSet found) throws SQLException;
    }
}
