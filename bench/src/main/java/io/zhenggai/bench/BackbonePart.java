package io.zhenggai.bench;

import io.zhenggai.bench.figure.Measure;
import io.zhenggai.bench.measure.BacklogMeasure;
import io.zhenggai.bench.measure.LatencyMeasure;
import io.zhenggai.bench.measure.ReadingMeasure;
import io.zhenggai.bench.measure.SendingMeasure;
import io.zhenggai.bench.stage.Stage;
import java.sql.SQLException;

/** What is measured of the event backbone, in an order in which none disturbs another. */
enum BackbonePart implements BenchPart {
    SENDING_ONE_BY_ONE("sendingOneByOne", false, (stage, events) -> new SendingMeasure(stage, few(events), 1)),
    SENDING_IN_BULK("sendingInBulk", false, (stage, events) -> new SendingMeasure(stage, events, 500)),
    BACKLOG("backlog", false, (stage, events) -> new BacklogMeasure(stage, 20_000)),
    READING("reading", true, ReadingMeasure::new),
    LATENCY("latency", true, (stage, events) -> new LatencyMeasure(stage, few(events)));

    private final String key;
    private final boolean ofReports;
    private final Opening opening;

    BackbonePart(String key, boolean ofReports, Opening opening) {
        this.key = key;
        this.ofReports = ofReports;
        this.opening = opening;
    }

    @Override
    public String key() {
        return key;
    }

    /** @return whether report-service takes part; it would read along with what is measured without it */
    boolean isOfReports() {
        return ofReports;
    }

    /** @param events the most of a round */
    Measure open(Stage stage, int events) throws SQLException, InterruptedException {
        return opening.open(stage, events);
    }

    private static int few(int events) {
        return Math.max(events / 4, 1);
    }

    private interface Opening {
        Measure open(Stage stage, int events) throws SQLException, InterruptedException;
    }
}
