package io.zhenggai.issue.ledger;

import io.zhenggai.issue.search.Folded;
import io.zhenggai.issue.search.IssueText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is searched of an issue: what officials write of it, and nothing of who complained or of texts as received. */
final class SearchedText {

    private SearchedText() {}

    /** @param document the number of the document that it was found in */
    static IssueText of(IssueFields issue, Optional<String> document) {
        Set<String> regions = new LinkedHashSet<>(Arrays.asList(issue.city(), issue.region()));
        return new IssueText(
                issue.id(),
                regions,
                issue.registeredAt(),
                fields(issue),
                Folded.of(document.stream().toList()));
    }

    /** Migration V17 takes the same of the issues that were there before. */
    static Folded fields(IssueFields issue) {
        List<String> texts = new ArrayList<>(Arrays.asList(
                issue.ledgerNumber(),
                issue.description(),
                issue.causeAnalysis(),
                issue.rectificationGoal(),
                issue.result(),
                issue.lastingMechanism(),
                issue.stageGoal(),
                issue.leadUnit(),
                issue.registeredUnit(),
                issue.responsiblePerson()));
        texts.addAll(issue.cooperatingUnits());
        return Folded.of(texts);
    }
}
