package io.zhenggai.bench;

import io.zhenggai.bench.figure.Finding;
import io.zhenggai.bench.figure.Measure;
import io.zhenggai.bench.stage.LedgerStage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The measures of the ledger, one after the other. */
final class LedgerBench {

    private final LedgerStage stage;
    private final BenchOptions options;

    LedgerBench(LedgerStage stage, BenchOptions options) {
        this.stage = stage;
        this.options = options;
    }

    /** @param progress takes each finding as soon as it is there */
    List<Finding> measure(Consumer<Finding> progress) throws Exception {
        List<Finding> findings = new ArrayList<>();
        for (LedgerPart part : LedgerPart.values()) {
            if (!options.parts().contains(part.key())) {
                continue;
            }
            try (Measure measure = part.open(stage, options.calls())) {
                Finding finding = measure.run(options.rounds());
                findings.add(finding);
                progress.accept(finding);
            }
        }
        return findings;
    }
}
