package io.zhenggai.issue.ledger;

/**
 * What an issue is known again by in a file that came of this ledger.
 *
 * @param description as it stands now
 */
public record NumberedIssue(String region, String description) {

    /** @return whether the other one says the same of the same region, blanks and widths aside */
    public boolean isLike(NewIssue other) {
        return region.equals(other.region()) && Compared.of(description).equals(Compared.of(other.description()));
    }
}
