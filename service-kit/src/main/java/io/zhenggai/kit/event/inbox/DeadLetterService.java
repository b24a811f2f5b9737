package io.zhenggai.kit.event.inbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenggai.kit.event.CloudEventHeaders;
import io.zhenggai.kit.event.EventHandler;
import io.zhenggai.kit.event.operation.EventOperations;
import io.zhenggai.kit.event.operation.OperatedEvent;
import io.zhenggai.kit.event.operation.OperationAction;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.paging.NumberedPages;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an operator may do with dead letters: have an aggregate's have their effect in order, or have one never have it. The
 * partition's offset is locked first, as its consumer does: who waits behind whom is decided by one of them at a time.
 */
@Singleton
class DeadLetterService {

    private static final int MOST_IN_ONE_CALL = 500;

    private final AgroalDataSource dataSource;
    private final InboxBatch batch;
    private final EventOperations operations;
    private final MeterRegistry meters;
    private final Map<String, EventHandler> handlers;

    DeadLetterService(
            AgroalDataSource dataSource,
            InboxBatch batch,
            EventOperations operations,
            MeterRegistry meters,
            @All List<EventHandler> handlers) {
        this.dataSource = dataSource;
        this.batch = batch;
        this.operations = operations;
        this.meters = meters;
        this.handlers = handlers.stream()
                .collect(Collectors.toUnmodifiableMap(EventHandler::aggregateType, Function.identity()));
    }

    /** Those that are not settled, in the order in which they came. */
    Page<DeadLetter> list(Optional<UUID> aggregate, PageRequest page) throws SQLException {
        String question = "letters " + aggregate;
        try (Connection connection = dataSource.getConnection()) {
            long behind = NumberedPages.behind(page, question).orElse(0L);
            return NumberedPages.of(
                    LetterTable.list(connection, aggregate, behind, page.limit() + 1),
                    page,
                    question,
                    DeadLetter::id,
                    null);
        }
    }

    /** With its body. */
    DeadLetter read(long id) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return find(connection, id).letter();
        }
    }

    /**
     * Gives the letter its effect, and then those that wait behind it, up to {@value #MOST_IN_ONE_CALL}.
     *
     * @throws Refusal 404 when there is none; 409 when it waits behind another one
     */
    ReplayResult replay(Caller by, long id, String reason) {
        int replayed = 0;
        Optional<Long> next = Optional.of(id);
        DeadLetter letter = inTransaction(connection -> find(connection, id).letter());
        while (next.isPresent() && replayed < MOST_IN_ONE_CALL) {
            long one = next.get();
            try {
                Replayed done = inTransaction(connection -> replayOne(connection, by, one, reason));
                done.tally().addTo(meters, InboxBatch.LIVE_METERS, letter.aggregateType());
                next = done.next();
            } catch (RuntimeException e) {
                if (e instanceof Refusal && replayed == 0) {
                    throw e;
                }
                // Those before it had their effect: the operator hears of them, also when somebody else settled the
                // next one.
                return new ReplayResult(replayed, open(letter), Failures.reason(e));
            }
            replayed++;
        }
        return new ReplayResult(replayed, open(letter), null);
    }

    /** @param next the letter that is the first one now */
    private record Replayed(InboxBatch.Tally tally, Optional<Long> next) {}

    private Replayed replayOne(Connection connection, Caller by, long id, String reason) throws SQLException {
        LetterTable.Stored stored = locked(connection, id);
        DeadLetter letter = stored.letter();
        if (letter.aggregateId() != null) {
            refuseUnlessFirst(connection, letter, letter.aggregateId());
        }
        EventHandler handler = Optional.ofNullable(handlers.get(letter.aggregateType()))
                .orElseThrow(() -> new Refusal(
                        ProblemType.CONFLICT,
                        "本服务不再接收此类事件。",
                        "This service does not read events of " + letter.aggregateType() + " any more."));
        InboxBatch.Tally tally = batch.replay(connection, handler, stored.toRecord());
        LetterTable.delete(connection, id);
        operations.add(connection, by, OperationAction.REPLAY_LETTER, reason, operated(stored, false));
        Optional<Long> next = letter.aggregateId() == null
                ? Optional.empty()
                : LetterTable.first(connection, letter.aggregateType(), letter.aggregateId());
        return new Replayed(tally, next);
    }

    private static void refuseUnlessFirst(Connection connection, DeadLetter letter, UUID aggregate)
            throws SQLException {
        long first =
                LetterTable.first(connection, letter.aggregateType(), aggregate).orElseThrow();
        if (first != letter.id()) {
            throw new Refusal(
                    ProblemType.CONFLICT,
                    "该事件排在第 " + first + " 号事件之后，请先处理该号事件。",
                    "This event waits behind letter " + first + ": settle that one first.");
        }
    }

    /**
     * Its effect never comes. When it was the last one of its aggregate, the next event has its effect again, with the whole
     * state in it.
     *
     * @throws Refusal 404 when there is none
     */
    void discard(Caller by, long id, String reason) {
        inTransaction(connection -> {
            LetterTable.Stored stored = locked(connection, id);
            LetterTable.discard(connection, id, by.name(), reason);
            operations.add(connection, by, OperationAction.DISCARD_LETTER, reason, operated(stored, true));
            return id;
        });
    }

    private long open(DeadLetter letter) {
        UUID aggregate = letter.aggregateId();
        return inTransaction(connection -> aggregate == null
                ? LetterTable.find(connection, letter.id()).map(stored -> 1L).orElse(0L)
                : LetterTable.count(connection, letter.aggregateType(), aggregate));
    }

    /** The partition first, as its consumer does; then what stands there. */
    private static LetterTable.Stored locked(Connection connection, long id) throws SQLException {
        LetterTable.lockPartition(connection, find(connection, id).letter());
        return find(connection, id);
    }

    private static LetterTable.Stored find(Connection connection, long id) throws SQLException {
        return LetterTable.find(connection, id).orElseThrow(() -> Refusal.notFound("待处理事件", "dead letter"));
    }

    private static OperatedEvent operated(LetterTable.Stored stored, boolean withBody) {
        DeadLetter letter = stored.letter();
        return new OperatedEvent(
                letter.aggregateType(),
                letter.aggregateId(),
                CloudEventHeaders.type(stored.toRecord().headers()).orElse(null),
                null,
                letter.topic(),
                letter.partition(),
                letter.offset(),
                withBody ? stored.body() : null);
    }

    private <T> T inTransaction(Work<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return work.run(connection);
            }
        });
    }

    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }
}
