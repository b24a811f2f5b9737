package io.zhenggai.bench.ledger;

import static io.zhenggai.bench.figure.Unit.MEBIBYTES;
import static io.zhenggai.bench.figure.Unit.ROWS_PER_SECOND;

import io.zhenggai.bench.figure.Finding;
import io.zhenggai.bench.figure.Measure;
import io.zhenggai.bench.figure.Quantity;
import io.zhenggai.bench.stage.Ledger;
import io.zhenggai.bench.stage.LedgerStage;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The most memory that the service with the large ledger holds while a long file comes in, and while the same issues go out. Linux tells it. */
final class PeakMemory implements Measure {

    private static final int KIBIBYTES = 1024;

    private final Ledger ledger;
    private final Calls calls;
    private final int rows;

    /** @param rows of the file: as many as an import may have, where the ledger is large enough */
    PeakMemory(LedgerStage stage, int rows) {
        this.ledger = stage.large();
        this.calls = new Calls(ledger.url(), stage.token());
        this.rows = rows;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String words() {
        return "Resident memory at its peak, heap of 256 MiB: importing and exporting %,d issues".formatted(rows);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantity.told("before", "before", MEBIBYTES),
                Quantity.told("importing", "importing", MEBIBYTES),
                Quantity.told("importRate", "importing", ROWS_PER_SECOND),
                Quantity.told("exporting", "exporting as XLSX", MEBIBYTES),
                Quantity.told("exportRate", "exporting as XLSX", ROWS_PER_SECOND));
    }

    @Override
    public List<Double> round(int number) throws Exception {
        String document = "豫工改简报〔" + UUID.randomUUID() + "〕";
        String file = Imports.file(document, rows);
        double before = peakSinceForgotten();
        forgetPeak();
        long start = System.nanoTime();
        new Imports(calls).carryOut(file);
        double importRate = perSecond(start);
        double importing = peakSinceForgotten();
        forgetPeak();
        start = System.nanoTime();
        calls.carryOut(
                Calls.Call.get("/api/v1/issue-ledgers?format=XLSX&documentNumber="
                        + URLEncoder.encode(document, StandardCharsets.UTF_8)),
                new byte[1 << 16]);
        return List.of(before, importing, importRate, peakSinceForgotten(), perSecond(start));
    }

    private double perSecond(long start) {
        return rows * (double) TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
    }

    private void forgetPeak() throws IOException {
        Files.writeString(Path.of("/proc", Long.toString(ledger.pid()), "clear_refs"), "5");
    }

    private double peakSinceForgotten() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(ledger.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToDouble(kibibytes -> Double.parseDouble(kibibytes) / KIBIBYTES)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public int warmingUp() {
        return 0;
    }

    /** Once: a peak is no rate, and each time makes the ledger larger. */
    @Override
    public Finding run(int rounds) throws Exception {
        return Measure.super.run(1);
    }

    @Override
    public void close() {
        calls.close();
    }
}
