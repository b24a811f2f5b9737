package io.zhenggai.issue.intake;

import io.zhenggai.issue.ledger.FormerEntry;
import io.zhenggai.issue.ledger.IssueStatus;
import io.zhenggai.issue.ledger.LedgerNumber;
import io.zhenggai.issue.ledger.TakeOver;
import io.zhenggai.issue.sheet.SheetRow;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.problem.Words;
import io.zhenggai.kit.text.Characters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads of the rows of an existing ledger how each issue stands. */
final class StandingReader {

    private static final Pattern BETWEEN_UNITS = Pattern.compile("[、，,；;\\r\\n]+");

    private final LedgerTerms terms;
    private final ColumnLayout layout;
    private final Function<TakeOver, List<Violation>> rules;

    /** @param rules what is wrong with what would be taken over, field by field */
    StandingReader(LedgerTerms terms, ColumnLayout layout, Function<TakeOver, List<Violation>> rules) {
        this.terms = terms;
        this.layout = layout;
        this.rules = rules;
    }

    Standing read(SheetRow row) {
        List<Violation> wrong = new ArrayList<>();
        Optional<IssueStatus> status = status(row, wrong);
        LocalDate registeredOn = date(row, LedgerColumn.REGISTERED_ON, wrong);
        LocalDate assignedOn = date(row, LedgerColumn.ASSIGNED_ON, wrong);
        LocalDate deadline = date(row, LedgerColumn.DEADLINE, wrong);
        LocalDate closedOn = date(row, LedgerColumn.CLOSED_AT, wrong);
        Optional<LedgerNumber> number = LedgerNumber.parse(text(row, LedgerColumn.LEDGER_NUMBER));
        if (status.isEmpty()) {
            return new Standing(Optional.empty(), number, wrong);
        }
        TakeOver takeOver = new TakeOver(
                status.get(),
                registeredOn,
                assignedOn,
                deadline,
                text(row, LedgerColumn.LEAD_UNIT),
                units(row),
                text(row, LedgerColumn.RESPONSIBLE_PERSON),
                text(row, LedgerColumn.CAUSE),
                text(row, LedgerColumn.GOAL),
                text(row, LedgerColumn.PROGRESS),
                text(row, LedgerColumn.RESULT),
                text(row, LedgerColumn.LASTING_MECHANISM),
                closedOn,
                verifiedBy(row, status.get()),
                former(row));
        // A date that cannot be read is none to the rules: what they say of its column is known already.
        Set<String> unread = wrong.stream().map(Violation::field).collect(Collectors.toSet());
        rules.apply(takeOver).stream()
                .map(broken -> found(row, LedgerColumn.ofField(broken.field()), broken.message()))
                .filter(broken -> !unread.contains(broken.field()))
                .forEach(wrong::add);
        return new Standing(unread.isEmpty() ? Optional.of(takeOver) : Optional.empty(), number, wrong);
    }

    private Optional<IssueStatus> status(SheetRow row, List<Violation> wrong) {
        String text = layout.cell(row, LedgerColumn.STATUS);
        Optional<IssueStatus> status = StatusTerms.status(text);
        if (status.isEmpty()) {
            Words message = text.isEmpty() ? new Words("必须填写", "is required") : StatusTerms.unknown(text);
            wrong.add(found(row, LedgerColumn.STATUS, message));
        }
        return status;
    }

    private @Nullable LocalDate date(SheetRow row, LedgerColumn column, List<Violation> wrong) {
        String text = layout.cell(row, column);
        Optional<LocalDate> date = terms.date(text);
        if (date.isEmpty() && !text.isEmpty()) {
            wrong.add(found(row, column, LedgerTerms.noDate(text)));
        }
        return date.orElse(null);
    }

    /** Told apart as the export joins them, and as people do. */
    private List<String> units(SheetRow row) {
        return Arrays.stream(BETWEEN_UNITS.split(text(row, LedgerColumn.COOPERATING_UNITS)))
                .map(String::strip)
                .filter(unit -> !unit.isEmpty())
                .toList();
    }

    /** Before it is closed, the unit is the one that is going to verify. */
    private String verifiedBy(SheetRow row, IssueStatus status) {
        return status == IssueStatus.CLOSED
                ? firstOf(row, LedgerColumn.VERIFIED_BY, LedgerColumn.VERIFYING_UNIT)
                : text(row, LedgerColumn.VERIFIED_BY);
    }

    private FormerEntry former(SheetRow row) {
        return new FormerEntry(
                firstOf(row, LedgerColumn.FORMER_NUMBER, LedgerColumn.LEDGER_NUMBER),
                text(row, LedgerColumn.VERIFYING_UNIT),
                text(row, LedgerColumn.TASK),
                text(row, LedgerColumn.MEASURES),
                text(row, LedgerColumn.RESPONSIBLE_LEADER),
                text(row, LedgerColumn.REMARKS));
    }

    private String firstOf(SheetRow row, LedgerColumn column, LedgerColumn otherwise) {
        String text = text(row, column);
        return text.isEmpty() ? text(row, otherwise) : text;
    }

    private String text(SheetRow row, LedgerColumn column) {
        return Characters.normalised(layout.cell(row, column));
    }

    private static Violation found(SheetRow row, LedgerColumn column, Words message) {
        return new Violation(column.title(), Optional.of(row.number()), message);
    }
}
