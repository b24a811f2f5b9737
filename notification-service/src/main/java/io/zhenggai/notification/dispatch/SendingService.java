package io.zhenggai.notification.dispatch;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.notification.mail.Delivery;
import io.zhenggai.notification.mail.Letter;
import io.zhenggai.notification.mail.MailSettings;
import io.zhenggai.notification.planning.ReminderMessage;
import io.zhenggai.notification.planning.ReminderSchedule;
import io.zhenggai.notification.planning.ReminderText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The two transactions around the sending of a message. */
@ApplicationScoped
class SendingService {

    /** After these days somebody has to look: a server that never answers would be given the same mail for ever. */
    private static final int DAYS_OF_DOUBT = 3;

    private final ClaimTable claims;
    private final ContentTable contents;
    private final ReminderText text;
    private final ReminderSchedule schedule;
    private final DispatchSettings settings;
    private final Event<DispatchGivenUp> givenUp;
    private final Clock clock;

    SendingService(
            ClaimTable claims,
            ContentTable contents,
            ReminderText text,
            ReminderSchedule schedule,
            DispatchSettings settings,
            MailSettings mail,
            Event<DispatchGivenUp> givenUp,
            Clock clock) {
        if (settings.lease().compareTo(mail.longestDelivery()) <= 0) {
            throw new IllegalStateException(
                    "zhenggai.dispatch.lease (%s) must be longer than a delivery can take by the time-outs of zhenggai.mail (%s)"
                            .formatted(settings.lease(), mail.longestDelivery()));
        }
        this.claims = claims;
        this.contents = contents;
        this.text = text;
        this.schedule = schedule;
        this.settings = settings;
        this.givenUp = givenUp;
        this.clock = clock;
    }

    /** @return whether there is something to send now; nothing ever is before the sending time of the day */
    boolean isAnythingDue() {
        Instant now = clock.instant();
        return isSendingTime(now) && claims.isAnythingDue(BusinessTime.dateOf(now));
    }

    /**
     * Takes the next message, after a last look whether it is still owed: what is not is dropped, and a message of which nothing
     * remains is cancelled. One that may have arrived is sent again as it is: cancelled or written anew, it would be denied.
     * After {@value #DAYS_OF_DOUBT} days it is given up as FAILED, so that its address gets others again.
     *
     * @return empty when there is none to take
     */
    @Transactional
    Optional<Claim> claim() {
        Instant now = clock.instant();
        LocalDate today = BusinessTime.dateOf(now);
        return isSendingTime(now)
                ? claims.claim(today, UUID.randomUUID(), settings.lease()).map(claimed -> checked(claimed, today))
                : Optional.empty();
    }

    private boolean isSendingTime(Instant now) {
        return !now.isBefore(schedule.sendingMoment(BusinessTime.dateOf(now)));
    }

    private Claim checked(Claimed claimed, LocalDate today) {
        if (claimed.mayHaveArrived()) {
            if (today.isAfter(claimed.day().plusDays(DAYS_OF_DOUBT))) {
                return ended(claimed, DispatchStatus.FAILED, DispatchReason.FATE_UNKNOWN);
            }
            return claim(claimed, Optional.of(letter(claimed, claimed.subject(), claimed.body())));
        }
        if (!claimed.addressIsHeld()) {
            return ended(claimed, DispatchStatus.CANCELLED, DispatchReason.NOBODY_AT_ADDRESS);
        }
        if (claimed.allOwed()) {
            return claim(claimed, Optional.of(letter(claimed, claimed.subject(), claimed.body())));
        }
        contents.dropWhatIsNoLongerOwed(claimed.id());
        Optional<ReminderMessage> left = contents.read(claimed.id()).left();
        return left.map(message -> rewritten(claimed, message))
                .orElseGet(() -> ended(claimed, DispatchStatus.CANCELLED, DispatchReason.NO_LONGER_OWED));
    }

    private Claim rewritten(Claimed claimed, ReminderMessage message) {
        String subject = text.subject(message);
        String body = text.body(message);
        contents.rewrite(claimed.id(), subject, body);
        return claim(claimed, Optional.of(letter(claimed, subject, body)));
    }

    private Claim ended(Claimed claimed, DispatchStatus status, DispatchReason reason) {
        claims.endUnsent(claimed, status, reason);
        givenUp.fire(new DispatchGivenUp());
        return claim(claimed, Optional.empty());
    }

    private static Claim claim(Claimed claimed, Optional<Letter> letter) {
        return new Claim(claimed.id(), claimed.token(), claimed.attempt(), letter);
    }

    /** The date stays what it was: a letter that is sent again is the same letter. */
    private static Letter letter(Claimed claimed, String subject, String body) {
        return new Letter(claimed.id(), claimed.address(), subject, body, claimed.createdAt());
    }

    /** @return false when another process has taken the message over meanwhile */
    @Transactional
    boolean record(Claim claim, Delivery delivery) {
        Instant now = clock.instant();
        LocalDate today = BusinessTime.dateOf(now);
        return claims.record(claim, delivery, now, today, settings.restAfter(claim.attempt()));
    }
}
