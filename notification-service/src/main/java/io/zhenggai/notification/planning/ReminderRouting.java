package io.zhenggai.notification.planning;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who is told at which step. Until the deadline and on the first step after it the contact, on the second the head; on both
 * steps after it the next level gets a copy. The third and fourth step propose to the provincial office, which proposes
 * nothing against itself. The region's indicator lead gets a copy of whatever reminds its office.
 */
public final class ReminderRouting {

    private final ReminderRules rules;

    public ReminderRouting(ReminderRules rules) {
        this.rules = rules;
    }

    /** The posts to be told, and why each. */
    public Map<Post, Purpose> postsFor(Party owedBy, ReminderOffset offset) {
        if (offset.days() == rules.slipAfter()) {
            return proposal(owedBy, Purpose.SLIP_PROPOSAL);
        }
        if (offset.days() == rules.circularAfter()) {
            return proposal(owedBy, Purpose.CIRCULAR_PROPOSAL);
        }
        Map<Post, Purpose> posts = new LinkedHashMap<>();
        PostRole role = offset.days() == rules.headAfter() ? PostRole.HEAD : PostRole.CONTACT;
        posts.put(new Post(owedBy, role), Purpose.REMINDER);
        if (owedBy.isRegionalOffice()) {
            posts.put(new Post(owedBy, PostRole.INDICATOR_LEAD), Purpose.COPY);
        }
        if (offset.isOverdue()) {
            owedBy.nextLevel().ifPresent(above -> posts.put(Post.contactOf(above), Purpose.COPY));
        }
        return posts;
    }

    private static Map<Post, Purpose> proposal(Party owedBy, Purpose purpose) {
        return owedBy.isProvincialOffice() ? Map.of() : Map.of(Post.contactOf(owedBy.provincialOffice()), purpose);
    }
}
