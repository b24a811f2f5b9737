package io.zhenggai.bench;

import io.zhenggai.bench.figure.Finding;
import io.zhenggai.bench.stage.LedgerStage;
import io.zhenggai.bench.stage.Stage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What can be measured. */
enum BenchSubject {
    /** The way of events. */
    BACKBONE("backbone", "PostgreSQL, Kafka and the load program", keys(BackbonePart.values())) {
        @Override
        List<Finding> measure(Path home, Path data, BenchOptions options, Consumer<Finding> progress) throws Exception {
            try (Stage stage = Stage.start(home, data)) {
                return new Backbone(stage, options).measure(progress);
            }
        }
    },
    /** Registering, reading, listing issues. */
    LEDGER("ledger", "PostgreSQL, Kafka and two issue-services, and filling their ledgers", keys(LedgerPart.values())) {
        @Override
        List<Finding> measure(Path home, Path data, BenchOptions options, Consumer<Finding> progress) throws Exception {
            try (LedgerStage stage = LedgerStage.start(home, data, options.issues())) {
                return new LedgerBench(stage, options).measure(progress);
            }
        }
    };

    private final String key;
    private final String started;
    private final List<String> parts;

    BenchSubject(String key, String started, List<String> parts) {
        this.key = key;
        this.started = started;
        this.parts = parts;
    }

    /** @return as it is typed */
    String key() {
        return key;
    }

    /** @return what is started for it, for people */
    String started() {
        return started;
    }

    /** @return the keys of its measures, in their order */
    List<String> parts() {
        return parts;
    }

    /** @param progress takes each finding as soon as it is there */
    abstract List<Finding> measure(Path home, Path data, BenchOptions options, Consumer<Finding> progress)
            throws Exception;

    private static List<String> keys(BenchPart[] parts) {
        return Arrays.stream(parts).map(BenchPart::key).toList();
    }
}
