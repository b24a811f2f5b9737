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

/** The way out: append, relay, broker, until every row is acknowledged and deleted. */
public final class SendingMeasure implements Measure {

    private static final int CALLERS = 8;

    private final Stage stage;
    private final int events;
    private final int eventsPerCommand;
    private final RawProducing producing;
    private final InsertsAndDeletes inserting;
    private final Connection looking;

    /**
     * Of that many events in a round.
     *
     * @param eventsPerCommand how many share one transaction
     */
    public SendingMeasure(Stage stage, int events, int eventsPerCommand) throws SQLException, InterruptedException {
        this.stage = stage;
        this.events = events;
        this.eventsPerCommand = eventsPerCommand;
        Records records = new Records();
        this.producing = new RawProducing(stage.bootstrapServers(), records);
        this.inserting = new InsertsAndDeletes(stage, records, eventsPerCommand, CALLERS);
        this.looking = stage.connect(Stage.LOAD);
    }

    @Override
    public String name() {
        return eventsPerCommand == 1 ? "sendingOneByOne" : "sendingInBulk";
    }

    @Override
    public String words() {
        return "Append, relay, broker: %,d events a round, %d in a transaction, %d callers"
                .formatted(events, eventsPerCommand, CALLERS);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantity.told("producing", "limit: producing the same bytes", EVENTS_PER_SECOND),
                Quantity.told("insertingAndDeleting", "limit: inserting and deleting them", EVENTS_PER_SECOND),
                Quantity.told("sending", "appended, sent and deleted", EVENTS_PER_SECOND),
                Quantity.atLeast(0.5, "ratio", "ratio to the slower limit", RATIO));
    }

    @Override
    public List<Double> round(int number) throws Exception {
        double produced = producing.perSecond(events);
        double inserted = inserting.perSecond(events);
        Stopwatch watch = new Stopwatch();
        stage.append(new Load("sample", events, eventsPerCommand, CALLERS, 0, false));
        Stopwatch.await(
                "the end of the outbox",
                5,
                () -> Query.number(looking, "select count(*) from (select id from outbox order by id limit 1) o") == 0);
        double sent = watch.perSecond(events);
        return List.of(produced, inserted, sent, sent / Math.min(produced, inserted));
    }

    @Override
    public void close() throws SQLException {
        producing.close();
        inserting.close();
        looking.close();
    }
}
