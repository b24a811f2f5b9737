package io.zhenggai.issue.intake;

import io.zhenggai.issue.ledger.AlreadyRegistered;
import io.zhenggai.issue.ledger.ExistingIssue;
import io.zhenggai.issue.ledger.LedgerNumber;
import io.zhenggai.issue.ledger.NewIssue;
import io.zhenggai.issue.ledger.NumberedIssue;
import io.zhenggai.issue.ledger.Registered;
import io.zhenggai.issue.ledger.Registered.NumberRange;
import io.zhenggai.issue.ledger.Registration;
import io.zhenggai.issue.ledger.RegistrationService;
import io.zhenggai.issue.ledger.TakeOverService;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells the rows that are in the ledger already from the others, and has these registered, or taken over; some hundreds at a time. */
@ApplicationScoped
class ImportJudge {

    private final RegistrationService registrations;
    private final TakeOverService takeOvers;

    ImportJudge(RegistrationService registrations, TakeOverService takeOvers) {
        this.registrations = registrations;
        this.takeOvers = takeOvers;
    }

    /**
     * What became of some rows.
     *
     * @param numbers the numbers given, by city
     * @param known how many were there already, in the same words
     */
    record Judged(Map<String, NumberRange> numbers, int known) {}

    /**
     * One statement, one more where rows of an existing ledger have numbers of this one.
     *
     * @param numbered takes note of the rows that are known by their numbers; what is in the ledger never leaves it
     * @return how many are in the ledger already, in the same words; of the others is told what is wrong
     */
    int judge(List<LedgerRow> rows, Caller by, Findings findings, BitSet numbered) {
        List<LedgerRow> left = noteNumbered(rows, numbered);
        return rows.size() - left.size() + judgeByKey(left, by, findings);
    }

    /** Registers, in the transaction in which others were kept out, what is not there yet. Six statements. */
    Judged register(List<LedgerRow> rows, Caller by, Registration rules, Findings findings) {
        return judged(registrations.registerNew(by, rules, issues(rows)), rows, by, findings);
    }

    /**
     * Takes over, in the transaction in which others were kept out, what is not there yet. Six statements, one more where something would be
     * wrong with rows that are there.
     *
     * @param numbered the rows that are known by their numbers
     */
    Judged takeOver(List<LedgerRow> rows, Caller by, Registration rules, Findings findings, BitSet numbered) {
        List<LedgerRow> sound = new ArrayList<>();
        List<LedgerRow> doubtful = new ArrayList<>();
        rows.stream()
                .filter(row -> !numbered.get(row.number()))
                .forEach(row -> (row.isWrongUnlessKnown() ? doubtful : sound).add(row));
        int known = rows.size() - sound.size() - doubtful.size() + judgeByKey(doubtful, by, findings);
        if (sound.isEmpty()) {
            return new Judged(Map.of(), known);
        }
        List<ExistingIssue> existing = sound.stream().map(LedgerRow::existing).toList();
        Judged taken = judged(takeOvers.takeOverNew(by, rules, existing), sound, by, findings);
        return new Judged(taken.numbers(), taken.known() + known);
    }

    private static Judged judged(Registered registered, List<LedgerRow> rows, Caller by, Findings findings) {
        registered.known().stream()
                .filter(there -> !there.sameDescription())
                .forEach(there -> ImportService.addKnown(findings, there, rows.get(there.index()), by));
        return new Judged(registered.numbers(), registered.known().size());
    }

    private int judgeByKey(List<LedgerRow> rows, Caller by, Findings findings) {
        if (rows.isEmpty()) {
            return 0;
        }
        int known = 0;
        Set<Integer> found = new HashSet<>();
        for (AlreadyRegistered there : registrations.alreadyRegistered(issues(rows))) {
            found.add(there.index());
            if (there.sameDescription()) {
                known++;
            } else {
                ImportService.addKnown(findings, there, rows.get(there.index()), by);
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!found.contains(i)) {
                rows.get(i).standing().ifPresent(standing -> standing.unlessKnown()
                        .forEach(findings::add));
            }
        }
        return known;
    }

    /** @return the rows that are not known by their numbers */
    private List<LedgerRow> noteNumbered(List<LedgerRow> rows, BitSet numbered) {
        Set<String> numbers = new HashSet<>();
        rows.forEach(row -> number(row).ifPresent(numbers::add));
        if (numbers.isEmpty()) {
            return rows;
        }
        Map<String, NumberedIssue> there = takeOvers.numbered(numbers);
        List<LedgerRow> left = new ArrayList<>();
        for (LedgerRow row : rows) {
            Optional<NumberedIssue> issue = number(row).map(there::get);
            if (issue.isEmpty()) {
                left.add(row);
            } else if (issue.get().isLike(row.issue())) {
                numbered.set(row.number());
            } else {
                left.add(row.alsoWrong(anothers(row)));
            }
        }
        return left;
    }

    private static Optional<String> number(LedgerRow row) {
        return row.standing().flatMap(Standing::number).map(LedgerNumber::toString);
    }

    /** A ledger that happens to number as this one does is taken over under another title. */
    private static Violation anothers(LedgerRow row) {
        return Violation.inRow(
                row.number(),
                LedgerColumn.LEDGER_NUMBER.title(),
                "台账中该编号的问题地区或描述与此行不同，请核对；如为原台账自己的编号，请将列名改为“原台账编号”",
                "the issue of that number has another region or description; a number of another ledger stands under 原台账编号");
    }

    private static List<NewIssue> issues(List<LedgerRow> rows) {
        return rows.stream().map(LedgerRow::issue).toList();
    }
}
