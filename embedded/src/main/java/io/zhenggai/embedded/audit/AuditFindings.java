package io.zhenggai.embedded.audit;

import java.util.List;

/**
 * What the verification of one database has found.
 *
 * @param entries of all histories
 * @param histories with entries
 * @param readings of personal data
 * @param readers with readings
 * @param seals over both
 * @param unsealed chains that have grown since the last seal: that their ends are whole nobody can tell
 * @param broken the first broken link of the histories, of the readings, of the seals; none where all of them hold
 */
public record AuditFindings(
        long entries, long histories, long readings, long readers, long seals, long unsealed, List<BrokenLink> broken) {

    /** Keeps its own copy of the links. */
    public AuditFindings {
        broken = List.copyOf(broken);
    }

    /** @return whether nothing is broken */
    public boolean isWhole() {
        return broken.isEmpty();
    }

    /** @return one sentence for people, in English */
    public String inWords() {
        return "%d entries in %d histories, %d readings by %d people, %d seals, %d chains not sealed yet: %s"
                .formatted(
                        entries,
                        histories,
                        readings,
                        readers,
                        seals,
                        unsealed,
                        isWhole() ? "every link holds" : "BROKEN at " + broken.get(0));
    }
}
