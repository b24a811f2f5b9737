package io.zhenggai.notification.contact;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;

/** Who changed which contact and when. Addresses and names of the contacts stay out: a removed person is really gone. */
@ApplicationScoped
class ContactHistory {

    private static final String ADD = """
            insert into contact_history (contact_id, version, at, action, by_person, by_name, by_role, by_region,
                                         region_code, unit, post)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final AgroalDataSource dataSource;

    ContactHistory(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What was done. */
    enum Action {
        NAMED,
        CHANGED,
        REMOVED
    }

    void add(Contact contact, Action action, Caller by) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setObject(1, contact.id());
            add.setLong(2, contact.version());
            add.setObject(3, contact.changedAt().atOffset(ZoneOffset.UTC));
            add.setString(4, action.name());
            add.setString(5, by.person());
            add.setString(6, by.name());
            add.setString(7, by.role().claim());
            add.setString(8, by.region());
            add.setString(9, contact.region());
            add.setString(10, contact.unit());
            add.setString(11, contact.post().name());
            add.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the history could not be written", e);
        }
    }
}
