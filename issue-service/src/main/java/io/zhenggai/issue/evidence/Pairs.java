package io.zhenggai.issue.evidence;

import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 整改前后对比: two pieces of one issue, one from before and one from after, each in one pair at the most. */
final class Pairs {

    private final Map<UUID, UUID> named = new HashMap<>();
    private final List<Violation> broken = new ArrayList<>();

    /**
     * What is known of a piece.
     *
     * @param pairedWith whichever of the two named the other
     */
    record Piece(UUID id, @Nullable Moment moment, @Nullable UUID pairedWith) {}

    private Pairs(List<Attachment> added, List<Piece> there, Paths path) {
        Map<UUID, Optional<Moment>> moments = new HashMap<>();
        Map<UUID, UUID> pairs = new HashMap<>();
        for (Piece piece : there) {
            moments.put(piece.id(), Optional.ofNullable(piece.moment()));
            if (piece.pairedWith() != null) {
                pairs.put(piece.id(), piece.pairedWith());
            }
        }
        added.forEach(one -> moments.put(one.uploadId(), Optional.ofNullable(one.moment())));
        for (int i = 0; i < added.size(); i++) {
            if (added.get(i).pairedWith() != null) {
                add(added.get(i).uploadId(), added.get(i).pairedWith(), moments, pairs, path.of(i));
            }
        }
    }

    /**
     * No statement where nothing is paired, else one.
     *
     * @param issueId of the issue, which is locked
     * @throws Refusal as of {@link #checked(List, List, Paths)}
     */
    static Pairs checked(List<Attachment> added, EvidenceRepository repository, UUID issueId, Paths path) {
        if (added.stream().allMatch(one -> one.pairedWith() == null)) {
            return checked(added, List.of(), path);
        }
        // Of the issue itself: what was merged into it may leave it again.
        List<Piece> there = repository.of(List.of(issueId)).stream()
                .map(piece -> new Piece(piece.id(), piece.moment(), piece.pairedWith()))
                .toList();
        return checked(added, there, path);
    }

    /**
     * @param added in the order in which they are named; {@code uploadId} is the id that each has
     * @param there pieces of the same issue that were there before
     * @throws Refusal 422 naming every pair that is none
     */
    static Pairs checked(List<Attachment> added, List<Piece> there, Paths path) {
        Pairs pairs = new Pairs(added, there, path);
        if (!pairs.broken.isEmpty()) {
            throw Refusal.unprocessable(pairs.broken);
        }
        return pairs;
    }

    /** Where in the request the n-th piece stands: empty, or with a dot at its end. */
    interface Paths {
        String of(int index);
    }

    private void add(UUID id, UUID other, Map<UUID, Optional<Moment>> moments, Map<UUID, UUID> pairs, String path) {
        if (other.equals(pairs.get(id))) {
            // The other one has said so already.
            return;
        }
        Optional<Moment> own = moments.getOrDefault(id, Optional.empty());
        Optional<Moment> others = moments.get(other);
        if (others == null || other.equals(id)) {
            broken.add(Violation.of(path + "pairedWith", "该问题没有这份佐证材料", "no such piece of evidence of this issue"));
        } else if (own.isEmpty() || others.isEmpty() || own.equals(others)) {
            broken.add(Violation.of(
                    path + "moment",
                    "前后对比的两份材料须一份为整改前（BEFORE）、一份为整改后（AFTER）",
                    "of a pair one is BEFORE and one AFTER"));
        } else if (pairs.containsKey(id) || pairs.containsKey(other)) {
            broken.add(Violation.of(path + "pairedWith", "该材料已与另一份配成前后对比", "that piece is paired already"));
        } else {
            pairs.put(id, other);
            pairs.put(other, id);
            named.put(id, other);
        }
    }

    /** @return whether nothing is paired */
    boolean isEmpty() {
        return named.isEmpty();
    }

    /** @return the piece that a new one is stored with; null where there is none, or that one is stored with this */
    @Nullable
    UUID of(UUID id) {
        return named.get(id);
    }
}
