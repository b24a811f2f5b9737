package io.zhenggai.kit.event;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** What stands in the tables of the event backbone, by one statement. */
@Singleton
class Backlog {

    private static final String COUNT = """
            select (select count(*) from outbox) as outbox,
                   (select count(*) from outbox where parked_at is not null) as parked,
                   (select count(*) from dead_letter where discarded_at is null) as dead_letters,
                   coalesce((select extract(epoch from clock_timestamp() - appended_at) from outbox
                             where parked_at is null order by id limit 1), 0) as oldest_seconds
            """;

    private final AgroalDataSource dataSource;

    Backlog(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What was counted.
     *
     * @param outbox events not sent yet, parked ones among them
     * @param parked events that can never be sent
     * @param deadLetters events that wait for an operator
     * @param oldest how long the first event has waited that is not parked; zero where none waits
     */
    record Counts(long outbox, long parked, long deadLetters, Duration oldest) {}

    Counts count() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = connection.prepareStatement(COUNT);
                ResultSet counted = count.executeQuery()) {
            counted.next();
            return new Counts(
                    counted.getLong("outbox"),
                    counted.getLong("parked"),
                    counted.getLong("dead_letters"),
                    Duration.ofSeconds(counted.getLong("oldest_seconds")));
        }
    }
}
