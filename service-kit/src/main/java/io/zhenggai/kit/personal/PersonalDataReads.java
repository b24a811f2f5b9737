package io.zhenggai.kit.personal;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.encryption.EncryptedColumn;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.json.StoredJson;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;

/**
 * The record of who was shown personal data. Rows are only ever added, each chained to the one before of its person as {@link
 * io.zhenggai.kit.history.History} chains the deeds to an aggregate.
 */
@Singleton
public class PersonalDataReads {

    /**
     * Takes the next place in the person's chain, or none when somebody was faster, whose commit it waits for. The transaction has its own
     * number before the row has: seals go by that.
     */
    private static final String INSERT = """
            insert into personal_data_read (person, sequence, city, region, at, data, owners, entry, hash)
            select shown.person, coalesce(last.sequence, 0) + 1, shown.city, shown.region, shown.at, shown.data, shown.owners, shown.entry,
                   sha256(coalesce(last.hash, '') || convert_to(shown.entry, 'UTF8'))
            from (values (?, ?, ?, cast(? as timestamptz), ?, cast(? as uuid[]), ?)) as shown (person, city, region, at, data, owners, entry)
            left join lateral (
                select before.sequence, before.hash from personal_data_read as before
                where before.person = shown.person order by before.sequence desc limit 1
            ) as last on true
            cross join (select pg_current_xact_id() as id) as mine
            where mine.id is not null
            on conflict (person, sequence) do nothing
            """;

    private final AgroalDataSource dataSource;
    private final Clock clock;

    PersonalDataReads(AgroalDataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * To be called before the answer is given: what cannot be put on record is not shown; and after all else that the transaction
     * locks, since one person's readings wait for each other from here on. One statement, one more each time that another reading of
     * this person takes its place, and none when there is nothing. Only where each statement sees what is committed by then (READ
     * COMMITTED), otherwise another reading of this person is a failure.
     *
     * @param data what was shown
     * @param owners of which things, each once; a page of them, or all whom a rehearsal names
     * @throws IllegalStateException when the database does not take it
     */
    public void note(Caller caller, EncryptedColumn data, Collection<UUID> owners) {
        if (owners.isEmpty()) {
            return;
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        StoredRead read = StoredRead.of(caller, at, data, owners);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, read.person());
            insert.setString(2, read.city());
            insert.setString(3, read.region());
            insert.setObject(4, at.atOffset(ZoneOffset.UTC));
            insert.setString(5, read.data());
            insert.setArray(6, connection.createArrayOf("uuid", owners.toArray()));
            insert.setString(7, StoredJson.write(read));
            while (insert.executeUpdate() == 0) {
                // The next attempt sees what was committed meanwhile.
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the reading of personal data could not be put on record", e);
        }
    }
}
