package io.zhenggai.issue.paper;

import io.zhenggai.issue.evidence.Evidence;
import io.zhenggai.issue.evidence.EvidenceService;
import io.zhenggai.issue.ledger.IssueDossier;
import io.zhenggai.issue.ledger.IssueDossierService;
import io.zhenggai.issue.ledger.IssueFields;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.region.Regions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Puts the whole file of an issue together. */
@ApplicationScoped
public class IssueFileService {

    private static final String EXPORT = "EXPORT_ISSUE_FILE";

    private final IssueDossierService dossiers;
    private final EvidenceService evidence;
    private final ExportRecordService exports;
    private final Regions regions;

    IssueFileService(
            IssueDossierService dossiers, EvidenceService evidence, ExportRecordService exports, Regions regions) {
        this.dossiers = dossiers;
        this.evidence = evidence;
        this.exports = exports;
        this.regions = regions;
    }

    /**
     * What is on record of it.
     *
     * @param evidence how many pieces left with it
     */
    private record Export(String ledgerNumber, int papers, int evidence) {}

    /**
     * Puts the papers together, and on record that they are shown: eight statements, one more for each kind of personal data in them.
     *
     * @throws Refusal 404 when the issue is not there for this caller
     */
    @Transactional
    IssueFile gather(Caller caller, String reference) {
        List<Evidence> pieces = evidence.list(caller, reference);
        IssueDossier dossier = dossiers.dossier(caller, reference);
        IssueFields issue = dossier.life().line().issue();
        String region = RegionTitles.full(regions, issue.region());
        List<PaperFile> papers = new DossierPapers(dossier, region, pieces).all();
        exports.note(caller, EXPORT, new Export(issue.ledgerNumber(), papers.size(), pieces.size()));
        return new IssueFile(reference, issue.ledgerNumber(), papers, pieces);
    }

    /** Writes all of it; while the evidence is read no connection to the database is held. */
    void write(Caller caller, IssueFile file, OutputStream target) {
        IssueArchive archive = new IssueArchive(target);
        try {
            for (PaperFile paper : file.papers()) {
                archive.add(paper.name(), new ByteArrayInputStream(paper.bytes()));
            }
            for (int i = 0; i < file.evidence().size(); i++) {
                add(archive, i + 1, caller, file, file.evidence().get(i));
            }
            archive.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(IssueArchive archive, int number, Caller caller, IssueFile file, Evidence piece)
            throws IOException {
        try (InputStream content = evidence.open(caller, file.reference(), piece.id())) {
            String sha256 = archive.add(PieceName.of(number, piece.fileName()), content);
            if (!sha256.equals(piece.sha256())) {
                // Broken off, so that nobody takes it for what was uploaded.
                throw new IllegalStateException("evidence " + piece.id() + " is not what was uploaded");
            }
        }
    }
}
