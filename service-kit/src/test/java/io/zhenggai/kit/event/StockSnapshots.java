package io.zhenggai.kit.event;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.republish.SnapshotRange;
import io.zhenggai.kit.event.republish.SnapshotSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a service that owns stock tells again. */
@ApplicationScoped
class StockSnapshots implements SnapshotSource {

    private final AgroalDataSource dataSource;

    StockSnapshots(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String aggregateType() {
        return "stock";
    }

    @Override
    public List<NewEvent> read(SnapshotRange range) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(
                        "select id, event_version, name from stock where id >= ? and id <= ? order by id limit ? for share")) {
            read.setObject(1, range.from());
            read.setObject(2, range.to());
            read.setInt(3, range.limit());
            try (ResultSet found = read.executeQuery()) {
                List<NewEvent> snapshots = new ArrayList<>();
                while (found.next()) {
                    snapshots.add(NewEvent.snapshot(
                            "stock",
                            found.getObject(1, UUID.class),
                            found.getLong(2),
                            Instant.EPOCH,
                            new ThingHandler.Thing(found.getString(3))));
                }
                return snapshots;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the stock could not be read", e);
        }
    }
}
