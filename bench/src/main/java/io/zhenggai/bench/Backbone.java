package io.zhenggai.bench;

import io.zhenggai.bench.figure.Finding;
import io.zhenggai.bench.figure.Measure;
import io.zhenggai.bench.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The measures of the event backbone, one after the other. */
final class Backbone {

    private final Stage stage;
    private final BenchOptions options;

    Backbone(Stage stage, BenchOptions options) {
        this.stage = stage;
        this.options = options;
    }

    /** @param progress takes each finding as soon as it is there */
    List<Finding> measure(Consumer<Finding> progress) throws Exception {
        List<Finding> findings = new ArrayList<>();
        boolean reportsRun = false;
        for (BackbonePart part : BackbonePart.values()) {
            if (!options.parts().contains(part.key())) {
                continue;
            }
            if (part.isOfReports() && !reportsRun) {
                stage.startReports();
                reportsRun = true;
            }
            try (Measure measure = part.open(stage, options.events())) {
                Finding finding = measure.run(options.rounds());
                findings.add(finding);
                progress.accept(finding);
            }
        }
        return findings;
    }
}
