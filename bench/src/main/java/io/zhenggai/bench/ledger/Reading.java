package io.zhenggai.bench.ledger;

import io.zhenggai.bench.ledger.Calls.Call;
import io.zhenggai.bench.stage.Filling;
import io.zhenggai.bench.stage.Ledger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** One issue is read with its source items, any of all. */
final class Reading implements Operation {

    private final int calls;

    Reading(int calls) {
        this.calls = calls;
    }

    @Override
    public String name() {
        return "read";
    }

    @Override
    public String words() {
        return "Reading one issue";
    }

    @Override
    public double aim() {
        return 0.4;
    }

    @Override
    public int calls() {
        return calls;
    }

    @Override
    public boolean onlyReads() {
        return true;
    }

    @Override
    public List<Call> samples(Ledger ledger, Calls calls) {
        return List.of(reading(0));
    }

    @Override
    public PgbenchScript script(Ledger ledger) {
        int last = Filling.FIRST + ledger.issues() - 1;
        return new PgbenchScript(
                List.of("\\set n random(%d, %d)".formatted(Filling.FIRST, last)),
                List.of(Varying.of(Filling.ID_PREFIX + "\\d{8}", Filling.ID_PREFIX.length(), 8, "n")));
    }

    @Override
    public IntFunction<Call> calls(Ledger ledger, int round) {
        int[] any = new SplittableRandom(round).ints(calls, 0, ledger.issues()).toArray();
        return number -> reading(any[number]);
    }

    private static Call reading(int number) {
        return Call.get("/api/v1/issues/" + Filling.ID_PREFIX + (Filling.FIRST + number));
    }
}
