package io.zhenggai.bench.measure;

import static io.zhenggai.bench.figure.Unit.EVENTS_PER_SECOND;
import static io.zhenggai.bench.figure.Unit.RATIO;

import io.zhenggai.bench.figure.Measure;
import io.zhenggai.bench.figure.Quantity;
import io.zhenggai.bench.load.Load;
import io.zhenggai.bench.stage.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Whether the relay slows down when many rows wait: one transaction leaves a backlog, and its beginning is held against its end. */
public final class BacklogMeasure implements Measure {

    private static final String WAITING = "select coalesce(max(id) - min(id) + 1, 0) from outbox";

    private final Stage stage;
    private final int backlog;
    private final int part;
    private final Connection looking;

    /** @param backlog how many rows still wait at the end of the first part; each part has half as many */
    public BacklogMeasure(Stage stage, int backlog) throws SQLException {
        this.stage = stage;
        this.backlog = backlog;
        this.part = backlog / 2;
        this.looking = stage.connect(Stage.LOAD);
    }

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public String words() {
        return "The relay with %,d rows of backlog and more, and with the last %,d".formatted(backlog, part);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantity.told("withBacklog", "sent while they wait", EVENTS_PER_SECOND),
                Quantity.told("withoutBacklog", "sent at the end", EVENTS_PER_SECOND),
                Quantity.atLeast(0.9, "ratio", "ratio of the two", RATIO));
    }

    @Override
    public List<Double> round(int number) throws Exception {
        int events = backlog + part;
        stage.append(new Load("sample", events, events, 1, 0, false));
        Drain drain = new Drain();
        Stopwatch.await("the end of the outbox", 5, () -> {
            long waiting = Query.number(looking, WAITING);
            drain.note(System.nanoTime(), waiting);
            return waiting == 0;
        });
        double with = drain.perSecond(events, backlog);
        double without = drain.perSecond(part, 0);
        return List.of(with, without, with / without);
    }

    @Override
    public void close() throws SQLException {
        looking.close();
    }
}
