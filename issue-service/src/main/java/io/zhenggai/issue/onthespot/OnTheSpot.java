package io.zhenggai.issue.onthespot;

import io.zhenggai.issue.evidence.Attachment;
import io.zhenggai.issue.ledger.CauseAnalysis;
import io.zhenggai.issue.ledger.CloseOutRequest;
import io.zhenggai.issue.ledger.NewIssue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What was put right when it was found.
 *
 * @param issue what was wrong; GENERAL in its severity
 * @param causeAnalysis why, who led and who was responsible
 * @param closeOut what was reached, what keeps it so or why nothing need, and the pledge of truth
 * @param evidence uploads of the caller's own, 1 to 50
 */
record OnTheSpot(
        @NotNull @Valid NewIssue issue,
        @NotNull @Valid CauseAnalysis causeAnalysis,
        @NotNull @Valid CloseOutRequest closeOut,
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid Attachment> evidence) {}
