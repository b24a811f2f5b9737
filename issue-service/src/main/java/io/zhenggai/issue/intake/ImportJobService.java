package io.zhenggai.issue.intake;

import io.zhenggai.issue.ledger.RegistrationService;
import io.zhenggai.issue.sheet.AnnotatedCsv;
import io.zhenggai.issue.sheet.AnnotatedXlsx;
import io.zhenggai.issue.sheet.CsvCharset;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.UUID;

/** Imports that are worked on while whoever sent the file does something else. */
@ApplicationScoped
class ImportJobService {

    private final ImportRepository imports;
    private final ImportPortions portions;
    private final RegistrationService registrations;
    private final Ids ids;

    ImportJobService(ImportRepository imports, ImportPortions portions, RegistrationService registrations, Ids ids) {
        this.imports = imports;
        this.portions = portions;
        this.registrations = registrations;
        this.ids = ids;
    }

    /**
     * Stores a file as it comes in, outside of any transaction: that takes as long as the file takes to arrive. Nobody sees it until it is
     * {@link #queue queued}; what never is because the process has died goes an hour later.
     *
     * @return the import's id
     * @throws Refusal 403 of an existing ledger where the caller is not the province; 422 when the campaign takes nothing; 400 when the file breaks off, 413 when it is too large, 415 of an encoding that
     *     is not read
     */
    UUID receive(Caller caller, ImportOrder order, InputStream body) {
        refuseUnlessMayTakeOver(caller, order.existing());
        CsvCharset.of(order.charset());
        ImportService.refuseUnlessTaken(registrations.rules(caller, order.campaignId()));
        UUID id = ids.next();
        imports.receive(id, order, caller);
        boolean arrived = false;
        try {
            ImportFile.store(portions, id, body);
            arrived = true;
        } finally {
            if (!arrived) {
                imports.forgetUnlessQueued(id);
            }
        }
        return id;
    }

    /** Forgets a file that has come and is not to be worked on. One statement. */
    void forgetUnlessQueued(UUID id) {
        imports.forgetUnlessQueued(id);
    }

    /** Who takes over says in one file what was assigned, done and verified everywhere. */
    static void refuseUnlessMayTakeOver(Caller caller, boolean existing) {
        if (existing && caller.role() != Role.PROVINCE) {
            throw new Refusal(
                    ProblemType.FORBIDDEN, "既有台账由省工改办导入。", "Existing ledgers are taken over by the province only.");
        }
    }

    /** Has a file that has come be worked on. */
    @Transactional
    ImportRow queue(UUID id) {
        return imports.queue(id);
    }

    /** @throws Refusal 404 when it is not there, or another's */
    @Transactional
    ImportRow find(Caller caller, UUID id) {
        return imports.find(caller, id).orElseThrow(ImportJobService::unknown);
    }

    static Refusal unknown() {
        return Refusal.notFound("导入任务", "import");
    }

    /**
     * Has registered what a dry run has found good. Asked for again, it is as it is.
     *
     * @throws Refusal 404 when it is not there; 409 when it was refused, or the dry run is not over
     */
    @Transactional
    ImportRow register(Caller caller, UUID id) {
        ImportRow job = find(caller, id);
        if (!job.dryRun() && job.state() != ImportState.REFUSED) {
            return job;
        }
        return imports.queueToRegister(caller, id)
                .orElseThrow(() -> new Refusal(
                        ProblemType.CONFLICT,
                        job.state() == ImportState.REFUSED ? "检查未通过，请改正后重新导入。" : "检查尚未完成，请稍后再试。",
                        job.state() == ImportState.REFUSED
                                ? "It was refused; put the file right and send it again."
                                : "The dry run is not over yet."));
    }

    /**
     * @return the import, of which {@link #writeErrors} writes the error file
     * @throws Refusal 404 when it is not there; 409 when nothing is wrong with its rows, as far as is known
     */
    @Transactional
    ImportRow withErrors(Caller caller, UUID id) {
        ImportRow job = find(caller, id);
        if (job.state() != ImportState.REFUSED
                || job.markColumn().isEmpty()
                || !new ImportFaults(portions, id).hasNext()) {
            throw new Refusal(
                    ProblemType.CONFLICT,
                    "该导入没有逐行的错误，无错误文件可供下载。",
                    "No rows of this import were found wrong; there is no error file.");
        }
        return job;
    }

    /** Writes the file as it came, with a column of what is wrong with each row; holds a portion of it at a time. */
    void writeErrors(ImportRow job, OutputStream out) throws IOException {
        ImportFile file = new ImportFile(portions, job.id());
        ImportFaults faults = new ImportFaults(portions, job.id());
        int place = job.markColumn().orElseThrow();
        String title = LedgerColumn.FAULTS.title();
        if (SentSheet.isWorkbook(job.mediaType())) {
            new AnnotatedXlsx(ColumnLayout::isHeader, place, title).write(file, faults, out);
        } else {
            new AnnotatedCsv(CsvCharset.of(job.charset().orElse(null)), ColumnLayout::isHeader, place, title)
                    .write(Channels.newInputStream(file), faults, out);
        }
    }
}
