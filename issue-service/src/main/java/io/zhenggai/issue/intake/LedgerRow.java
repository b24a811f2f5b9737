package io.zhenggai.issue.intake;

import io.zhenggai.issue.ledger.ExistingIssue;
import io.zhenggai.issue.ledger.NewIssue;
import io.zhenggai.kit.problem.Violation;
import java.util.Optional;

/**
 * A row that may be registered.
 *
 * @param number as a spreadsheet counts, from 1
 * @param standing of a row of an existing ledger
 */
record LedgerRow(int number, NewIssue issue, Optional<Standing> standing) {

    /** A row of what is new to everybody. */
    LedgerRow(int number, NewIssue issue) {
        this(number, issue, Optional.empty());
    }

    /** Of a row of an existing ledger. */
    LedgerRow alsoWrong(Violation wrong) {
        return new LedgerRow(number, issue, standing.map(known -> known.alsoWrong(wrong)));
    }

    /** @return whether something is wrong with it unless its issue is in the ledger already */
    boolean isWrongUnlessKnown() {
        return standing.filter(known -> !known.unlessKnown().isEmpty()).isPresent();
    }

    /** Of a row of an existing ledger with which nothing is wrong. */
    ExistingIssue existing() {
        return new ExistingIssue(issue, standing.flatMap(Standing::takeOver).orElseThrow());
    }
}
