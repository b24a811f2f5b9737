package io.zhenggai.kit.event.inbox;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.EventHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Gives records their effect in the copy of a projection, and keeps it to what became of them in the live one: a letter that
 * an operator has discarded is passed over, and only what is a dead letter there may be one here. Statements beside those of
 * {@link InboxBatch}: the opening; for each partition, which were discarded; where some were, that they were passed over.
 */
final class CopyBatch implements RecordEffects {

    private final AgroalDataSource dataSource;
    private final InboxBatch batch;

    CopyBatch(AgroalDataSource dataSource, InboxBatch batch) {
        this.dataSource = dataSource;
        this.batch = batch;
    }

    @Override
    public void apply(EventHandler handler, List<Portion> portions) {
        Map<PartitionOffset, Set<Long>> discarded = read(connection -> LiveLetters.discarded(connection, portions));
        List<Portion> others = portions.stream()
                .map(portion -> portion.without(discarded.get(portion.offset())))
                .toList();
        batch.apply(handler, others, connection -> {
            for (Map.Entry<PartitionOffset, Set<Long>> entry : discarded.entrySet()) {
                LiveLetters.noteDiscarded(connection, entry.getKey(), entry.getValue());
            }
        });
    }

    @Override
    public void bury(
            EventHandler handler, ConsumerRecord<byte[], byte[]> letter, PartitionOffset offset, String reason) {
        LiveLetters.Fate fate = read(connection -> LiveLetters.fate(connection, letter));
        switch (fate) {
            case OPEN -> batch.putAside(handler, letter, offset, reason);
            case DISCARDED -> apply(handler, List.of(new Portion(offset, List.of(letter))));
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
