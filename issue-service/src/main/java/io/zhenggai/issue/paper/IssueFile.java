package io.zhenggai.issue.paper;

import io.zhenggai.issue.evidence.Evidence;
import java.util.List;

/**
 * The whole file of an issue 一问题一档, but for the content of its evidence.
 *
 * @param reference by which the issue was asked for
 */
record IssueFile(String reference, String ledgerNumber, List<PaperFile> papers, List<Evidence> evidence) {

    /** Keeps its own copies of the lists. */
    IssueFile {
        papers = List.copyOf(papers);
        evidence = List.copyOf(evidence);
    }

    String name() {
        return ledgerNumber + "-一问题一档.zip";
    }
}
