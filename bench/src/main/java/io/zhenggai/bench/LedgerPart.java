package io.zhenggai.bench;

import io.zhenggai.bench.figure.Measure;
import io.zhenggai.bench.ledger.LedgerMeasures;
import io.zhenggai.bench.stage.LedgerStage;

/** What is measured of the ledger: what only reads first, so that it finds the ledger in its size. */
enum LedgerPart implements BenchPart {
    READ("read", LedgerMeasures::reading),
    FIRST_PAGE("firstPage", LedgerMeasures::firstPage),
    DEEP_PAGE("deepPage", LedgerMeasures::deepPage),
    REGION("region", LedgerMeasures::ofRegion),
    LIGHT("light", LedgerMeasures::ofLight),
    RARE_TEXT("rareText", LedgerMeasures::ofRareText),
    COMMON_TEXT("commonText", LedgerMeasures::ofCommonText),
    EXPORT("export", LedgerMeasures::exporting),
    IMPORT("import", LedgerMeasures::importing),
    CREATE("create", LedgerMeasures::creating),
    MEMORY("memory", LedgerMeasures::memory);

    private final String key;
    private final Opening opening;

    LedgerPart(String key, Opening opening) {
        this.key = key;
        this.opening = opening;
    }

    @Override
    public String key() {
        return key;
    }

    /** @param calls of a round */
    Measure open(LedgerStage stage, int calls) throws Exception {
        return opening.open(stage, calls);
    }

    private interface Opening {
        Measure open(LedgerStage stage, int calls) throws Exception;
    }
}
