package io.zhenggai.issue.intake;

import io.zhenggai.issue.ledger.LedgerNumber;
import io.zhenggai.issue.ledger.TakeOver;
import io.zhenggai.kit.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an issue of an existing ledger stands, by its row.
 *
 * @param takeOver what is taken over; empty where the row does not tell it
 * @param number what a row that came of this ledger has in 台账编号; empty where it has nothing of that form
 * @param unlessKnown what is wrong with the row unless its issue is in the ledger already: then nothing of it is taken over, and what this
 *     ledger has exported can be sent again, whatever states are in it
 */
record Standing(Optional<TakeOver> takeOver, Optional<LedgerNumber> number, List<Violation> unlessKnown) {

    Standing {
        unlessKnown = List.copyOf(unlessKnown);
    }

    Standing alsoWrong(Violation wrong) {
        List<Violation> all = new ArrayList<>(unlessKnown);
        all.add(wrong);
        return new Standing(takeOver, number, all);
    }
}
