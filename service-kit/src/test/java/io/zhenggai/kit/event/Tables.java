package io.zhenggai.kit.event;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Looks into the tables behind the backbone's back. */
final class Tables {

    private final AgroalDataSource dataSource;

    Tables(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The names that were applied of one aggregate, in order of application. */
    List<String> effects(UUID aggregate) {
        return query("select name from effect where aggregate_id = ? order by id", aggregate);
    }

    List<String> deadLetters(UUID aggregate) {
        return query("select reason from dead_letter where aggregate_id = ? order by id", aggregate);
    }

    List<String> parked(UUID aggregate) {
        return query("select type from outbox where aggregate_id = ? and parked_at is not null order by id", aggregate);
    }

    List<String> waiting(UUID aggregate) {
        return query("select type from outbox where aggregate_id = ? and parked_at is null order by id", aggregate);
    }

    private List<String> query(String sql, UUID aggregate) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(sql)) {
            read.setObject(1, aggregate);
            try (ResultSet found = read.executeQuery()) {
                List<String> values = new ArrayList<>();
                while (found.next()) {
                    values.add(found.getString(1));
                }
                return values;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
