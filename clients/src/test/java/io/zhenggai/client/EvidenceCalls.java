package io.zhenggai.client;

import static io.zhenggai.client.Answers.etag;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.client.api.EvidenceApi;
import io.zhenggai.client.api.IssuesApi;
import io.zhenggai.client.model.Attachment;
import io.zhenggai.client.model.Attachments;
import io.zhenggai.client.model.EvidencePage;
import io.zhenggai.client.model.IssueStatus;
import io.zhenggai.client.model.IssueView;
import io.zhenggai.client.model.Moment;
import io.zhenggai.client.model.NewIssue;
import io.zhenggai.client.model.OnTheSpot;
import io.zhenggai.client.model.Severity;
import io.zhenggai.client.model.Withdrawal;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import javax.imageio.ImageIO;

/** Every operation on files that come before what they are evidence of. */
final class EvidenceCalls {

    private final EvidenceApi evidence;
    private final IssuesApi issues;
    private final Path directory;

    EvidenceCalls(Accounts accounts, String account, Path directory) {
        this.evidence = new EvidenceApi(accounts.as(account));
        this.issues = new IssuesApi(accounts.as(account));
        this.directory = directory;
    }

    /**
     * Shows what was before and what is now, and takes one of the two back.
     *
     * @return the tag of the issue since
     */
    String compare(String number, String tag) throws ApiException, IOException {
        UUID before = upload("整改前.png");
        UUID after = upload("整改后.png");
        Attachments attachments = new Attachments()
                .addEvidenceItem(new Attachment().uploadId(before).moment(Moment.BEFORE))
                .addEvidenceItem(
                        new Attachment().uploadId(after).moment(Moment.AFTER).pairedWith(before));
        ApiResponse<EvidencePage> attached =
                evidence.attachIssueEvidence(number, tag, attachments).executeWithHttpInfo();
        assertThat(attached.getData().getItems().get(0).getPairedWith()).isEqualTo(after);
        File thumbnail = evidence.readIssueEvidenceThumbnail(before, number).execute();
        assertThat(ImageIO.read(thumbnail).getWidth()).isEqualTo(1);
        ApiResponse<IssueView> withdrawn = evidence.withdrawIssueEvidence(
                        after, number, etag(attached), new Withdrawal().reason("照片不清晰"))
                .executeWithHttpInfo();
        return etag(withdrawn);
    }

    /** Puts right on the spot what is wrong. */
    void putRight(NewIssue issue) throws ApiException, IOException {
        OnTheSpot call = new OnTheSpot()
                .issue(issue.severity(Severity.GENERAL))
                .causeAnalysis(LedgerCalls.causeAnalysis())
                .closeOut(LedgerCalls.closeOutRequest())
                .addEvidenceItem(new Attachment().uploadId(upload("现场.png")));
        assertThat(issues.putIssueRightOnTheSpot(call).execute().getStatus())
                .isEqualTo(IssueStatus.CLOSE_OUT_REQUESTED);
    }

    private UUID upload(String name) throws ApiException, IOException {
        File picture = directory.resolve("picture.png").toFile();
        ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", picture);
        UUID id = evidence.uploadFile(name, picture).execute().getId();
        return evidence.readUpload(id).execute().getId();
    }
}
