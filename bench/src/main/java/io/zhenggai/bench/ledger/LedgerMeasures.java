package io.zhenggai.bench.ledger;

import io.zhenggai.bench.figure.Measure;
import io.zhenggai.bench.stage.LedgerStage;

/** Each measure of the ledger, by its name. */
public final class LedgerMeasures {

    private LedgerMeasures() {}

    /** Reading one issue. */
    public static Measure reading(LedgerStage stage, int calls) throws Exception {
        return new OperationMeasure(stage, new Reading(calls));
    }

    /** The first page of all. */
    public static Measure firstPage(LedgerStage stage, int calls) throws Exception {
        return new OperationMeasure(stage, new Listing("firstPage", "Listing the first page", "", false, few(calls)));
    }

    /** The page in the middle of all. */
    public static Measure deepPage(LedgerStage stage, int calls) throws Exception {
        return new OperationMeasure(
                stage, new Listing("deepPage", "Listing the page in the middle", "", true, few(calls)));
    }

    /** The first page of one region. */
    public static Measure ofRegion(LedgerStage stage, int calls) throws Exception {
        return new OperationMeasure(
                stage, new Listing("region", "Listing one region", "region=410102", false, few(calls)));
    }

    /** The first page of one light. */
    public static Measure ofLight(LedgerStage stage, int calls) throws Exception {
        return new OperationMeasure(
                stage, new Listing("light", "Listing what is overdue", "light=RED", false, few(calls)));
    }

    /** Registering one issue. */
    public static Measure creating(LedgerStage stage, int calls) throws Exception {
        return new OperationMeasure(stage, new Creating(few(calls)));
    }

    /** Exporting the ledger of a city. */
    public static Measure exporting(LedgerStage stage, int calls) throws Exception {
        return new Exporting(stage);
    }

    /** A page is work of twenty, and what is registered makes the small ledger a larger one. */
    private static int few(int calls) {
        return Math.max(calls / 4, Calls.CALLERS);
    }
}
