package io.zhenggai.bench.ledger;

import io.zhenggai.bench.ledger.Calls.Call;
import io.zhenggai.bench.stage.Ledger;
import java.util.List;
import java.util.function.IntFunction;

/** Something that front ends ask of the ledger again and again. */
interface Operation {

    /** @return for machines, in camelCase */
    String name();

    /** @return for people */
    String words();

    /** @return the least share of the limit that is aimed at */
    double aim();

    /** @return how many calls make a round */
    int calls();

    /** @return whether it leaves nothing behind: then it may be carried out as often as it takes until the service is warm */
    boolean onlyReads();

    /** @return one call of each kind, of which the script for the limit is made */
    List<Call> samples(Ledger ledger, Calls calls) throws Exception;

    /** @return how a script of these is made */
    PgbenchScript script(Ledger ledger);

    /**
     * @param round counted from 0
     * @return the calls of a round, by their number
     */
    IntFunction<Call> calls(Ledger ledger, int round);
}
