package io.zhenggai.kit.personal;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.encryption.EncryptedColumn;
import io.zhenggai.kit.identity.Caller;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

/** The record of who was shown personal data. Rows are only ever added. */
@Singleton
public class PersonalDataReads {

    private static final String INSERT = """
            insert into personal_data_read (at, person, name, role, region, unit, data, owners)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final AgroalDataSource dataSource;
    private final Clock clock;

    PersonalDataReads(AgroalDataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * To be called before the answer is given: what cannot be put on record is not shown. One statement, and none when there is
     * nothing.
     *
     * @param data what was shown
     * @param owners of which things, each once; a page of them, or all whom a rehearsal names
     * @throws IllegalStateException when the database does not take it
     */
    public void note(Caller caller, EncryptedColumn data, Collection<UUID> owners) {
        if (owners.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(2, caller.person());
            insert.setString(3, caller.name());
            insert.setString(4, caller.role().claim());
            insert.setString(5, caller.region());
            insert.setString(6, caller.unit().orElse(null));
            insert.setString(7, data.table() + "." + data.column());
            insert.setArray(8, connection.createArrayOf("uuid", owners.toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the reading of personal data could not be put on record", e);
        }
    }
}
