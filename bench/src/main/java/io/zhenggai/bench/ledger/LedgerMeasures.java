package io.zhenggai.bench.ledger;

import io.zhenggai.bench.figure.Measure;
import io.zhenggai.bench.stage.Filling;
import io.zhenggai.bench.stage.LedgerStage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Each measure of the ledger, by its name. */
public final class LedgerMeasures {

    /** Of an import, and of an export. */
    private static final int MOST_ROWS = 100_000;

    private static final int ROWS_PER_CALL = 2;

    private LedgerMeasures() {}

    /** Reading one issue. */
    public static Measure reading(LedgerStage stage, int calls) throws Exception {
        return new OperationMeasure(stage, new Reading(calls));
    }

    /** The first page of all. */
    public static Measure firstPage(LedgerStage stage, int calls) throws Exception {
        return new OperationMeasure(stage, new Listing("firstPage", "Listing the first page", "", false, calls));
    }

    /** The page in the middle of all. */
    public static Measure deepPage(LedgerStage stage, int calls) throws Exception {
        return new OperationMeasure(stage, new Listing("deepPage", "Listing the page in the middle", "", true, calls));
    }

    /** The first page of one region. */
    public static Measure ofRegion(LedgerStage stage, int calls) throws Exception {
        return new OperationMeasure(stage, new Listing("region", "Listing one region", "region=410102", false, calls));
    }

    /** The first page of one light. */
    public static Measure ofLight(LedgerStage stage, int calls) throws Exception {
        return new OperationMeasure(stage, new Listing("light", "Listing what is overdue", "light=RED", false, calls));
    }

    /** The first page of what has a word that one of a thousand has. */
    public static Measure ofRareText(LedgerStage stage, int calls) throws Exception {
        return new OperationMeasure(
                stage,
                new Listing("rareText", "Listing what has a rare word", text(Filling.RARE_WORD), false, few(calls)));
    }

    /** The first page of what has a word that one of four has. */
    public static Measure ofCommonText(LedgerStage stage, int calls) throws Exception {
        return new OperationMeasure(
                stage,
                new Listing(
                        "commonText", "Listing what has a common word", text(Filling.COMMON_WORD), false, few(calls)));
    }

    private static String text(String word) {
        return "q=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    /** Importing a file. */
    public static Measure importing(LedgerStage stage, int calls) throws Exception {
        return new Importing(stage, calls * ROWS_PER_CALL);
    }

    /** Importing and exporting as many issues at once as may be, for the sake of memory. */
    public static Measure memory(LedgerStage stage, int calls) {
        return new PeakMemory(stage, Math.min(MOST_ROWS, stage.large().issues() / 10));
    }

    /** Registering one issue. */
    public static Measure creating(LedgerStage stage, int calls) throws Exception {
        return new OperationMeasure(stage, new Creating(half(calls)));
    }

    /** Exporting the ledger of a city. */
    public static Measure exporting(LedgerStage stage, int calls) throws Exception {
        return new Exporting(stage);
    }

    /** A search takes several times as long as a page. */
    private static int few(int calls) {
        return Math.max(calls / 4, Calls.CALLERS);
    }

    /** What is registered makes the small ledger a larger one. */
    private static int half(int calls) {
        return Math.max(calls / 2, Calls.CALLERS);
    }
}
