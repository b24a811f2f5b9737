package io.zhenggai.bench.ledger;

import io.zhenggai.bench.ledger.Calls.Call;
import io.zhenggai.bench.stage.Filling;
import io.zhenggai.bench.stage.Ledger;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** One issue is registered, in one city after the other. */
final class Creating implements Operation {

    private static final int CITIES = 17;

    private static final String BODY = """
            {"campaignId":"%s","region":"41%02d00","category":"TIME","severity":"GENERAL",\
            "description":"竣工联合验收超过承诺时限，建设单位多次反映，窗口未一次性告知所缺材料，线下另行要求提交纸质图纸两套。",\
            "sourceItem":{"source":"PROVINCIAL_BRIEFING","documentNumber":"豫工改简报〔2026〕6号","itemNumber":"%012d",\
            "dated":"%s","textReceived":"竣工联合验收超过承诺时限。"}}""";

    /** Of samples; none of a round has it. */
    private static final long FIRST_ITEM = 900_000_000_000L;

    private final int calls;
    private int sampled;

    Creating(int calls) {
        this.calls = calls;
    }

    @Override
    public String name() {
        return "create";
    }

    @Override
    public String words() {
        return "Registering one issue";
    }

    @Override
    public double aim() {
        return 0.5;
    }

    @Override
    public int calls() {
        return calls;
    }

    @Override
    public boolean onlyReads() {
        return false;
    }

    @Override
    public List<Call> samples(Ledger ledger, Calls calls) {
        return IntStream.range(0, CITIES)
                .mapToObj(city -> registration(city, FIRST_ITEM + sampled++))
                .toList();
    }

    @Override
    public PgbenchScript script(Ledger ledger) {
        return new PgbenchScript(
                List.of(
                        "\\set u :base + :k * " + Calls.CALLERS + " + :client_id",
                        "\\set r random(100000000000, 999999999999)"),
                List.of(
                        Varying.of(
                                "(?!0190aaaa)[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}",
                                24, 12, "u"),
                        Varying.of("ZG\\d{4}-\\d{6}-\\d+", 14, 12, "u"),
                        Varying.of("\\b9\\d{11}\\b", 0, 12, "u"),
                        // Digests lie anywhere in their index.
                        Varying.of("\\{[0-9a-f]{64}\\}", 1, 12, "r")));
    }

    @Override
    public IntFunction<Call> calls(Ledger ledger, int round) {
        return number -> registration(number % CITIES, 100_000_000_000L + round * 1_000_000L + number);
    }

    private static Call registration(int city, long item) {
        return Call.json("/api/v1/issues", BODY.formatted(Filling.CAMPAIGN, city + 1, item, Filling.DATED));
    }
}
