package io.zhenggai.bench;

import io.zhenggai.bench.figure.Finding;
import io.zhenggai.bench.measure.BacklogMeasure;
import io.zhenggai.bench.measure.LatencyMeasure;
import io.zhenggai.bench.measure.ReadingMeasure;
import io.zhenggai.bench.measure.SendingMeasure;
import io.zhenggai.bench.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All measures of the event backbone, in an order in which none disturbs another. */
final class Backbone {

    private static final int IN_BULK = 500;
    private static final int BACKLOG = 20_000;

    private final Stage stage;
    private final BenchOptions options;

    Backbone(Stage stage, BenchOptions options) {
        this.stage = stage;
        this.options = options;
    }

    /** @param progress takes each finding as soon as it is there */
    List<Finding> measure(Consumer<Finding> progress) throws Exception {
        List<Finding> findings = new ArrayList<>();
        Consumer<Finding> found = progress.andThen(findings::add);
        try (SendingMeasure oneByOne = new SendingMeasure(stage, Math.max(options.events() / 4, 1), 1)) {
            found.accept(oneByOne.run(options.rounds()));
        }
        try (SendingMeasure inBulk = new SendingMeasure(stage, options.events(), IN_BULK)) {
            found.accept(inBulk.run(options.rounds()));
        }
        try (BacklogMeasure backlog = new BacklogMeasure(stage, BACKLOG)) {
            found.accept(backlog.run(options.rounds()));
        }
        // Only now: its consumer would read along with what is measured before.
        stage.startReports();
        try (ReadingMeasure reading = new ReadingMeasure(stage, options.events())) {
            found.accept(reading.run(options.rounds()));
        }
        try (LatencyMeasure latency = new LatencyMeasure(stage, Math.max(options.events() / 4, 1))) {
            found.accept(latency.run(options.rounds()));
        }
        return findings;
    }
}
