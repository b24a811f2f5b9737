package io.zhenggai.bench.load;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.NewEvent;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The rows by which the moment of a command's commit is found again. */
@Singleton
class Commands {

    private final AgroalDataSource dataSource;

    Commands(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    void note(List<NewEvent> events) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into command (aggregate_id) select unnest(?::uuid[])")) {
            Object[] aggregates = events.stream().map(NewEvent::aggregateId).toArray();
            insert.setArray(1, connection.createArrayOf("uuid", aggregates));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the command could not be noted", e);
        }
    }
}
