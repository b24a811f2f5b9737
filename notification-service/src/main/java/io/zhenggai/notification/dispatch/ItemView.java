package io.zhenggai.notification.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.kit.region.Regions;
import io.zhenggai.notification.planning.MessageItem;
import io.zhenggai.notification.planning.Owed;
import io.zhenggai.notification.planning.OwedKind;
import io.zhenggai.notification.planning.PostRole;
import io.zhenggai.notification.planning.Purpose;
import io.zhenggai.notification.planning.ReminderText;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing that a message names. What it only names beside its reminders, being owed too, has no purpose.
 *
 * @param label a ledger number, or the title of an obligation
 * @param deadlineVersion how often the deadline was set
 * @param offset 0 or below: days before the deadline; above: working days after it
 * @param post whom the reminder is meant for
 * @param standIn whether nobody holds that post and the recipient stands in
 * @param reason why it is there, in Chinese
 * @param dropped whether it was left out at the last moment, being no longer owed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ItemView(
        OwedKind kind,
        String owedId,
        String label,
        PartyView owedBy,
        LocalDate deadline,
        long deadlineVersion,
        Optional<Integer> offset,
        Optional<Purpose> purpose,
        Optional<PostView> post,
        Optional<Boolean> standIn,
        Optional<String> reason,
        boolean dropped) {

    /**
     * A post.
     *
     * @param role what its holder is to the party
     */
    public record PostView(PartyView party, PostRole role) {}

    /** @return how callers see a reminder within a message */
    public static ItemView of(MessageItem item, boolean dropped, ReminderText text, Regions regions) {
        return of(item.reminder().owed(), Optional.of(item), dropped, text, regions);
    }

    /** @return how callers see what a message names beside its reminders */
    public static ItemView alsoOwed(Owed owed, ReminderText text, Regions regions) {
        return of(owed, Optional.empty(), false, text, regions);
    }

    static ItemView of(Owed owed, Optional<MessageItem> item, boolean dropped, ReminderText text, Regions regions) {
        return new ItemView(
                owed.kind(),
                owed.id(),
                owed.label(),
                PartyView.of(owed.owedBy(), regions),
                owed.deadline().dueOn(),
                owed.deadline().version(),
                item.map(one -> one.reminder().offset().days()),
                item.map(one -> one.reminder().purpose()),
                item.map(one -> one.reminder().post())
                        .map(post -> new PostView(PartyView.of(post.party(), regions), post.role())),
                item.map(one -> one.vacant().isPresent()),
                item.map(text::reason),
                dropped);
    }
}
