package io.zhenggai.kit.event.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The offsets of this service, in its own database (decision 3). */
@Singleton
class ConsumerOffsets {

    private static final String FIND = "select topic_id, next from consumer_offset where topic = ? and partition = ?";
    private static final String INSERT = """
            insert into consumer_offset (topic, partition, topic_id, next) values (?, ?, ?, ?)
            on conflict (topic, partition) do nothing
            """;
    private static final String MOVE =
            "update consumer_offset set next = ? where topic = ? and partition = ? and next = ?";

    private final AgroalDataSource dataSource;

    ConsumerOffsets(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What is stored of one partition. */
    record Stored(String topicId, long next) {}

    Optional<Stored> find(String topic, int partition) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, topic);
            find.setInt(2, partition);
            try (ResultSet found = find.executeQuery()) {
                return found.next() ? Optional.of(new Stored(found.getString(1), found.getLong(2))) : Optional.empty();
            }
        }
    }

    /** Starts a partition that was never read; another replica that was faster has its way. */
    void start(String topic, int partition, String topicId, long next) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, topic);
            insert.setInt(2, partition);
            insert.setString(3, topicId);
            insert.setLong(4, next);
            insert.executeUpdate();
        }
    }

    /**
     * Moves the offset, in the transaction at hand, as its first statement.
     *
     * @throws OffsetMovedException when another owner of the partition was faster
     */
    void move(Connection connection, PartitionOffset offset) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            move.setLong(1, offset.next());
            move.setString(2, offset.topic());
            move.setInt(3, offset.partition());
            move.setLong(4, offset.stored());
            if (move.executeUpdate() == 0) {
                throw new OffsetMovedException(offset);
            }
        }
    }
}
