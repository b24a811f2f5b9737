package io.zhenggai.kit.event;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes one row for each event, so that a test can count effects. */
@ApplicationScoped
class ThingHandler implements EventHandler {

    private final AgroalDataSource dataSource;

    ThingHandler(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String aggregateType() {
        return "thing";
    }

    @Override
    public boolean reads(String type) {
        return type.equals("thing.changed.v1") || type.equals("thing.snapshot.v1");
    }

    @Override
    public void on(Event event) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into effect (aggregate_id, version, name) values (?, ?, ?)")) {
            insert.setObject(1, event.aggregateId());
            insert.setLong(2, event.aggregateVersion());
            insert.setString(3, event.state(Thing.class).name());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the effect could not be written", e);
        }
    }

    record Thing(String name) {}
}
