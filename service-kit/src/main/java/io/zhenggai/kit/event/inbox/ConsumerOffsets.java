package io.zhenggai.kit.event.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The offsets of this service, in its own database (decision 3). */
@Singleton
class ConsumerOffsets {

    private static final String FIND = "select topic_id, next from {table} where topic = ? and partition = ?";
    private static final String INSERT = """
            insert into {table} (topic, partition, topic_id, next) values (?, ?, ?, ?)
            on conflict (topic, partition) do nothing
            """;
    private static final String MOVE = "update {table} set next = ? where topic = ? and partition = ? and next = ?";

    private final AgroalDataSource dataSource;
    private final String find;
    private final String insert;
    private final String move;

    @Inject
    ConsumerOffsets(AgroalDataSource dataSource) {
        this(dataSource, "consumer_offset");
    }

    /** @param table where they are, with its schema where that is another one */
    ConsumerOffsets(AgroalDataSource dataSource, String table) {
        this.dataSource = dataSource;
        this.find = FIND.replace("{table}", table);
        this.insert = INSERT.replace("{table}", table);
        this.move = MOVE.replace("{table}", table);
    }

    /** What is stored of one partition. */
    record Stored(String topicId, long next) {}

    Optional<Stored> find(String topic, int partition) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(find)) {
            read.setString(1, topic);
            read.setInt(2, partition);
            try (ResultSet found = read.executeQuery()) {
                return found.next() ? Optional.of(new Stored(found.getString(1), found.getLong(2))) : Optional.empty();
            }
        }
    }

    /** Starts a partition that was never read; another replica that was faster has its way. */
    void start(String topic, int partition, String topicId, long next) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement add = connection.prepareStatement(insert)) {
            add.setString(1, topic);
            add.setInt(2, partition);
            add.setString(3, topicId);
            add.setLong(4, next);
            add.executeUpdate();
        }
    }

    /**
     * Moves offsets of different partitions, in the transaction at hand, as its first statements; one round trip.
     *
     * @throws OffsetMovedException when another owner of one of the partitions was faster
     */
    void move(Connection connection, List<PartitionOffset> offsets) throws SQLException {
        // In one order everywhere: an owner that has lost them meanwhile waits for the new one, and not each for the
        // other.
        List<PartitionOffset> ordered = offsets.stream()
                .sorted(Comparator.comparingInt(PartitionOffset::partition))
                .toList();
        try (PreparedStatement update = connection.prepareStatement(move)) {
            for (PartitionOffset offset : ordered) {
                update.setLong(1, offset.next());
                update.setString(2, offset.topic());
                update.setInt(3, offset.partition());
                update.setLong(4, offset.stored());
                update.addBatch();
            }
            int[] moved = update.executeBatch();
            for (int i = 0; i < moved.length; i++) {
                if (moved[i] == 0) {
                    throw new OffsetMovedException(ordered.get(i));
                }
            }
        }
    }
}
