package io.zhenggai.kit.event.inbox;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.EventHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Gives records their effect in the copy of a projection, and keeps it to what became of them in the live one: a letter that
 * an operator has discarded is passed over, and only what is a dead letter there may be one here. Two statements more for a batch
 * than {@link PartitionBatch} takes: which were discarded, and the opening; a third one where some were.
 */
final class CopyBatch implements RecordEffects {

    private final AgroalDataSource dataSource;
    private final PartitionBatch batch;

    CopyBatch(AgroalDataSource dataSource, PartitionBatch batch) {
        this.dataSource = dataSource;
        this.batch = batch;
    }

    @Override
    public void apply(EventHandler handler, List<ConsumerRecord<byte[], byte[]>> records, PartitionOffset offset) {
        long first = records.get(0).offset();
        Set<Long> discarded = read(connection ->
                LiveLetters.discarded(connection, offset.topic(), offset.partition(), first, offset.next()));
        List<ConsumerRecord<byte[], byte[]>> others = records.stream()
                .filter(one -> !discarded.contains(one.offset()))
                .toList();
        batch.apply(handler, others, offset, connection -> {
            if (!discarded.isEmpty()) {
                LiveLetters.noteDiscarded(connection, offset.topic(), offset.partition(), discarded);
            }
        });
    }

    @Override
    public void bury(
            EventHandler handler, ConsumerRecord<byte[], byte[]> letter, PartitionOffset offset, String reason) {
        LiveLetters.Fate fate = read(connection -> LiveLetters.fate(connection, letter));
        switch (fate) {
            case OPEN -> batch.putAside(handler, letter, offset, reason);
            case DISCARDED -> apply(handler, List.of(letter), offset);
            case NOT_READ ->
                throw new RestNeededException("%s-%d at %d waits for the live projection to come to it: %s"
                        .formatted(letter.topic(), letter.partition(), letter.offset(), reason));
            case SETTLED ->
                throw new CopyFailedException(
                        "%s-%d at %d had its effect in the live projection and has none in the copy: %s"
                                .formatted(letter.topic(), letter.partition(), letter.offset(), reason));
        }
    }

    private <T> T read(Question<T> question) {
        try (Connection connection = dataSource.getConnection()) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw new EffectFailedException(e);
        }
    }

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }
}
