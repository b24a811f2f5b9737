package io.zhenggai.issue.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenggai.issue.intake.ImportJudge.Judged;
import io.zhenggai.issue.intake.ImportRepository.Progress;
import io.zhenggai.issue.intake.ImportResult.GivenNumbers;
import io.zhenggai.issue.ledger.Registered.NumberRange;
import io.zhenggai.issue.ledger.Registration;
import io.zhenggai.issue.ledger.RegistrationService;
import io.zhenggai.issue.sheet.RowNote;
import io.zhenggai.issue.sheet.Sheet;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Does what an import asks for, in two passes over the file: first every row is judged, which stores nothing but what is wrong; then all of
 * them are registered in one transaction. Both hold 500 rows at a time, and a digest of each.
 */
@ApplicationScoped
class ImportWorkService {

    private static final int MOST_ROWS = 100_000;
    private static final int MOST_ATTEMPTS = 10;

    /** At a hundredth of the speed that was measured. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(30);

    private final ImportRepository imports;
    private final ImportPortions portions;
    private final ImportService service;
    private final RegistrationService registrations;
    private final ImportJudge judge;

    ImportWorkService(
            ImportRepository imports,
            ImportPortions portions,
            ImportService service,
            RegistrationService registrations,
            ImportJudge judge) {
        this.imports = imports;
        this.portions = portions;
        this.service = service;
        this.registrations = registrations;
        this.judge = judge;
    }

    /**
     * Does all of it, and settles the import.
     *
     * @throws ImportGoneException when it is not the owner's any more
     */
    void work(ImportRow job, UUID owner) {
        try {
            refuseUnlessWorthTrying(job);
            Registration rules = registrations.rules(job.by(), job.campaignId());
            ImportService.refuseUnlessTaken(rules);
            Checked checked = check(job, owner, rules);
            if (job.dryRun()) {
                settle(imports.done(job.id(), owner, checked.rows(), checked.known(), 0, List.of()));
            } else {
                QuarkusTransaction.requiringNew()
                        .timeout((int) LONGEST_TRANSACTION.toSeconds())
                        .run(() -> register(job, owner, rules, checked));
            }
        } catch (Refusal refusal) {
            settle(imports.refuse(job.id(), owner, Findings.countOf(refusal), refusal));
        }
    }

    /** What ends a replica, or fails in a way that nobody foresaw, is not tried for ever: others wait behind it. */
    private static void refuseUnlessWorthTrying(ImportRow job) {
        if (job.attempts() > MOST_ATTEMPTS) {
            throw new Refusal(
                    ProblemType.INTERNAL,
                    "系统多次处理该文件均未成功，没有登记任何问题，请联系系统管理员。",
                    "The file could not be worked on, several times; nothing was registered. Ask who runs the system.");
        }
    }

    private static void settle(boolean stillOurs) {
        if (!stillOurs) {
            throw new ImportGoneException();
        }
    }

    /**
     * What the first pass has found.
     *
     * @param known how many rows are in the ledger already, in the same words
     * @param cities of all rows
     * @param numbered the rows of an existing ledger that are known by their numbers
     */
    private record Checked(int rows, int known, Set<String> cities, BitSet numbered) {}

    private Checked check(ImportRow job, UUID owner, Registration rules) {
        portions.clear(job.id(), ImportPortions.Kind.FAULTS);
        Check check = new Check(job, owner);
        try (Sheet sheet = opened(job)) {
            reader(job, rules).read(sheet, MOST_ROWS, check.findings, check::take);
        }
        if (check.findings.count() > 0) {
            throw check.findings.refusal(ProblemType.UNPROCESSABLE);
        }
        return new Checked(check.rows, check.known, check.cities, check.numbered);
    }

    private LedgerReader reader(ImportRow job, Registration rules) {
        return job.existing()
                ? service.readerOfExisting(job.campaignId(), rules)
                : service.reader(job.campaignId(), rules);
    }

    private Sheet opened(ImportRow job) {
        Sheet sheet = SentSheet.stored(
                new ImportFile(portions, job.id()),
                job.mediaType(),
                job.charset().orElse(null));
        return job.existing() && !SentSheet.isWorkbook(job.mediaType()) ? new PlainSheet(sheet) : sheet;
    }

    /** The first pass: two statements for 500 rows, three where some of them are wrong. */
    private final class Check {
        private final ImportRow job;
        private final UUID owner;
        private final Faults faults = new Faults();
        private final Findings findings = new Findings(faults::add);
        private final Set<String> cities = new HashSet<>();
        private final BitSet numbered = new BitSet();
        private int rows;
        private int known;
        private int portion;

        private Check(ImportRow job, UUID owner) {
            this.job = job;
            this.owner = owner;
        }

        private void take(LedgerReader.Chunk chunk) {
            List<LedgerRow> good = chunk.good();
            known += judge.judge(good, job.by(), findings, numbered);
            good.forEach(row -> cities.add(registrations.city(row.issue())));
            rows = chunk.last();
            List<RowNote> notes = faults.take();
            if (!notes.isEmpty()) {
                ImportFaults.store(portions, job.id(), portion, notes);
                portion++;
            }
            settle(imports.renew(job.id(), owner, new Progress(ImportState.READING, rows, known, findings.count())));
            imports.mark(
                    job.id(), owner, chunk.layout().place(LedgerColumn.FAULTS).orElse(chunk.width()));
        }
    }

    /** The second pass: seven statements for 500 rows. What has changed since the first one is refused, and nothing of it stays. */
    private void register(ImportRow job, UUID owner, Registration rules, Checked checked) {
        registrations.keepOthersOut(rules, checked.cities());
        Registering registering = new Registering(job, owner, rules, checked);
        try (Sheet sheet = opened(job)) {
            reader(job, rules).read(sheet, MOST_ROWS, registering.findings, registering::take);
        }
        settle(imports.done(
                job.id(), owner, checked.rows(), registering.known, registering.count(), registering.given()));
    }

    private final class Registering {
        private final ImportRow job;
        private final UUID owner;
        private final Registration rules;
        private final Checked checked;
        private final Faults faults = new Faults();
        private final Findings findings = new Findings(faults::add);
        private final Map<String, NumberRange> numbers = new TreeMap<>();
        private int known;

        private Registering(ImportRow job, UUID owner, Registration rules, Checked checked) {
            this.job = job;
            this.owner = owner;
            this.rules = rules;
            this.checked = checked;
        }

        private void take(LedgerReader.Chunk chunk) {
            Judged judged = job.existing()
                    ? judge.takeOver(chunk.good(), job.by(), rules, findings, checked.numbered())
                    : judge.register(chunk.good(), job.by(), rules, findings);
            if (findings.count() > 0) {
                // For the error file: it stays where nothing else of this transaction does.
                QuarkusTransaction.requiringNew().run(() -> ImportFaults.store(portions, job.id(), 0, faults.take()));
                throw findings.refusal(ProblemType.CONFLICT);
            }
            known += judged.known();
            // Nobody else is given numbers of these cities meanwhile: they follow each other.
            judged.numbers()
                    .forEach((city, given) -> numbers.merge(
                            city, given, (before, behind) -> new NumberRange(before.first(), behind.last())));
            Progress progress = new Progress(ImportState.REGISTERING, chunk.last(), known, 0);
            // For others to see, while nothing else of this transaction is.
            settle(QuarkusTransaction.requiringNew().call(() -> imports.renew(job.id(), owner, progress)));
        }

        private int count() {
            return numbers.values().stream().mapToInt(NumberRange::count).sum();
        }

        private List<GivenNumbers> given() {
            List<GivenNumbers> given = new ArrayList<>();
            numbers.forEach((city, range) -> given.add(GivenNumbers.of(city, range)));
            return given;
        }
    }
}
