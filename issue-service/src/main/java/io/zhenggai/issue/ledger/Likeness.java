package io.zhenggai.issue.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which of the issues that are open is most likely the same matter as each new one, by the measure of {@link Duplicates}: what the database's
 * {@code similarity} does for a pair, for all pairs of a region in one pass over its issues.
 */
final class Likeness {

    private final List<Wanted> wanted;
    /** By region and trigram, the places of the new ones that have it. */
    private final Map<String, Map<String, List<Integer>>> having = new HashMap<>();

    private final Map<Integer, LikelyIssue> likeliest = new HashMap<>();

    /**
     * A new issue.
     *
     * @param trigrams of its description, each once
     * @param numbered whether it is an item with a number of its document: whoever wrote that tells it apart from the others, however alike they read
     * @param complaint whether its document number is that of a complaint: without an item number, one matter
     */
    record Wanted(String region, Set<String> trigrams, boolean numbered, boolean complaint) {

        static Wanted of(NewIssue issue, Set<String> trigrams) {
            SourceItem item = issue.sourceItem();
            return new Wanted(
                    issue.region(),
                    trigrams,
                    item.itemNumber() != null,
                    item.source().needsCallBack());
        }
    }

    Likeness(List<Wanted> wanted) {
        this.wanted = List.copyOf(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            Map<String, List<Integer>> ofRegion =
                    having.computeIfAbsent(wanted.get(i).region(), key -> new HashMap<>());
            for (String trigram : wanted.get(i).trigrams()) {
                ofRegion.computeIfAbsent(trigram, key -> new ArrayList<>()).add(i);
            }
        }
    }

    /**
     * Compares an open issue with all new ones of its region; of two that are as likely the one that comes later stands.
     *
     * @param trigrams of its description, each once
     * @param sameDocument the places of the new ones that come of a document in which it was found
     */
    void compare(UUID id, String region, String[] trigrams, Set<Integer> sameDocument) {
        Map<String, List<Integer>> ofRegion = having.getOrDefault(region, Map.of());
        int[] shared = new int[wanted.size()];
        for (String trigram : trigrams) {
            for (int place : ofRegion.getOrDefault(trigram, List.of())) {
                shared[place]++;
            }
        }
        for (int place = 0; place < shared.length; place++) {
            if (shared[place] > 0 || sameDocument.contains(place)) {
                consider(place, id, share(shared[place], trigrams.length, place), sameDocument.contains(place));
            }
        }
    }

    /** As {@code similarity} has it, in the same precision: what both have of what either has. */
    private double share(int shared, int trigrams, int place) {
        int either = trigrams + wanted.get(place).trigrams().size() - shared;
        return either == 0 ? 0 : (float) shared / either;
    }

    private void consider(int place, UUID id, double similarity, boolean sameDocument) {
        Wanted one = wanted.get(place);
        boolean similar = similarity >= Duplicates.LEAST_SIMILARITY;
        boolean toldApart = sameDocument && one.numbered();
        boolean oneMatter = sameDocument && one.complaint();
        if (toldApart || !(similar || oneMatter)) {
            return;
        }
        int score = (int) Math.min(1_000, Math.rint(similarity * 1_000) + (sameDocument ? 100 : 0));
        LikelyIssue best = likeliest.get(place);
        if (best == null || score >= best.score()) {
            likeliest.put(place, new LikelyIssue(id, score, reasons(sameDocument, similar)));
        }
    }

    private static List<DuplicateReason> reasons(boolean sameDocument, boolean similar) {
        List<DuplicateReason> reasons = new ArrayList<>();
        if (sameDocument) {
            reasons.add(DuplicateReason.SAME_DOCUMENT);
        }
        if (similar) {
            reasons.add(DuplicateReason.SIMILAR_DESCRIPTION);
        }
        return reasons;
    }

    /** @return the likeliest of each new one that has any, by its place from 0 */
    Map<Integer, LikelyIssue> likeliest() {
        return Map.copyOf(likeliest);
    }
}
