package io.zhenggai.issue.intake;

import io.zhenggai.issue.intake.ImportResult.GivenNumbers;
import io.zhenggai.issue.ledger.AlreadyRegistered;
import io.zhenggai.issue.ledger.NewIssue;
import io.zhenggai.issue.ledger.Registered;
import io.zhenggai.issue.ledger.Registration;
import io.zhenggai.issue.ledger.RegistrationService;
import io.zhenggai.issue.ledger.SourceKey;
import io.zhenggai.issue.ledger.TakeOver;
import io.zhenggai.issue.sheet.Sheet;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.problem.Violations;
import io.zhenggai.kit.region.Regions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Registers all issues of a file, or none. */
@ApplicationScoped
public class ImportService {

    private final RegistrationService registrations;
    private final Regions regions;
    private final Validator validator;
    private final Violations violations;

    ImportService(RegistrationService registrations, Regions regions, Validator validator, Violations violations) {
        this.registrations = registrations;
        this.regions = regions;
        this.validator = validator;
        this.violations = violations;
    }

    /**
     * Reads a file, before the transaction that registers what is in it: reading takes as long as the file takes to arrive. Whether the
     * campaign is over is not asked here: a file that was imported before may be sent again.
     *
     * @throws Refusal 400 when the file cannot be read; 422 when the campaign is not published, or rows cannot be registered
     */
    LedgerFile read(Caller caller, UUID campaignId, Sheet sheet) {
        Registration rules = registrations.rules(caller, campaignId);
        if (rules.campaign().isEmpty()) {
            throw Refusal.unprocessable(List.of(rules.brokenCampaign().orElseThrow()));
        }
        return new LedgerFile(campaignId, rules, reader(campaignId, rules).read(sheet));
    }

    /** @return who reads files for the campaign, which is published, by these rules */
    LedgerReader reader(UUID campaignId, Registration rules) {
        int year = rules.campaign().orElseThrow().year();
        return new LedgerReader(campaignId, year, regions, issue -> broken(rules, issue));
    }

    /** @return who reads existing ledgers for the campaign, which is published, by these rules and those of how their issues stand */
    LedgerReader readerOfExisting(UUID campaignId, Registration rules) {
        return reader(campaignId, rules).ofExisting(takeOver -> broken(rules, takeOver));
    }

    /**
     * Registers what is in a file. A file whose rows are all in the ledger already, in the same words, is a second click and no
     * mistake: nothing is registered, and nothing is wrong.
     *
     * @param dryRun whether only to say what would become of it
     * @throws Refusal 422 when the campaign is over; 409 when some rows are registered already
     */
    ImportResult importAll(Caller caller, LedgerFile file, boolean dryRun) {
        refuseUnlessTaken(file.rules());
        List<LedgerRow> rows = file.rows();
        List<NewIssue> issues = rows.stream().map(LedgerRow::issue).toList();
        Registered registered = dryRun
                ? new Registered(Map.of(), registrations.alreadyRegistered(issues))
                : registrations.registerAll(caller, file.rules(), issues);
        refuseUnlessRepeated(registered.known(), rows, caller);
        List<GivenNumbers> numbers = registered.numbers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(city -> GivenNumbers.of(city.getKey(), city.getValue()))
                .toList();
        int count = numbers.stream().mapToInt(GivenNumbers::count).sum();
        return new ImportResult(
                file.campaignId(),
                dryRun,
                rows.size(),
                count,
                registered.known().size(),
                numbers);
    }

    /** @throws Refusal 422 when nothing is registered in the campaign */
    static void refuseUnlessTaken(Registration rules) {
        rules.brokenCampaign().ifPresent(broken -> {
            throw Refusal.unprocessable(List.of(broken));
        });
    }

    private List<Violation> broken(Registration rules, NewIssue issue) {
        List<Violation> broken = new ArrayList<>(violations.of(validator.validate(issue)));
        // What is not even of its form has been named already.
        Set<String> named = broken.stream().map(Violation::field).collect(Collectors.toSet());
        rules.checkApartFromCampaign(issue).stream()
                .filter(one -> !named.contains(one.field()))
                .forEach(broken::add);
        return broken;
    }

    private List<Violation> broken(Registration rules, TakeOver takeOver) {
        List<Violation> broken = new ArrayList<>(violations.of(validator.validate(takeOver)));
        broken.addAll(rules.checkTakeOver(takeOver));
        return broken;
    }

    private static void refuseUnlessRepeated(List<AlreadyRegistered> known, List<LedgerRow> rows, Caller caller) {
        boolean repeated = known.size() == rows.size() && known.stream().allMatch(AlreadyRegistered::sameDescription);
        if (known.isEmpty() || repeated) {
            return;
        }
        Findings findings = new Findings();
        known.forEach(registered -> addKnown(findings, registered, rows.get(registered.index()), caller));
        throw findings.refusal(ProblemType.CONFLICT);
    }

    /** Notes that what a row says is in the ledger already. */
    static void addKnown(Findings findings, AlreadyRegistered registered, LedgerRow row, Caller caller) {
        // Another unit's issue is none of this caller's, though it lies in the same region.
        boolean shown = caller.scope().unit().isEmpty();
        findings.add(
                row.number(),
                LedgerColumn.telling(SourceKey.of(row.issue())),
                "台账中已经登记" + (shown ? "，编号 " + registered.ledgerNumber() : ""),
                "registered already" + (shown ? " as " + registered.ledgerNumber() : ""));
    }
}
