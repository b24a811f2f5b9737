package io.zhenggai.notification.reminder;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.personal.PersonalDataReads;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.region.Region;
import io.zhenggai.kit.region.Regions;
import io.zhenggai.notification.contact.EmailAddress;
import io.zhenggai.notification.contact.PostHolders;
import io.zhenggai.notification.dispatch.AddressRules;
import io.zhenggai.notification.dispatch.Audience;
import io.zhenggai.notification.dispatch.ItemView;
import io.zhenggai.notification.planning.Contact;
import io.zhenggai.notification.planning.Party;
import io.zhenggai.notification.planning.Post;
import io.zhenggai.notification.planning.Rehearsal;
import io.zhenggai.notification.planning.ReminderMessage;
import io.zhenggai.notification.planning.ReminderSchedule;
import io.zhenggai.notification.planning.ReminderText;
import io.zhenggai.notification.reminder.ReminderRepository.StoredReminder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Answers questions about reminders; sends nothing, and stores nothing but who was shown addresses. */
@ApplicationScoped
public class ReminderService {

    private static final int MOST_DAYS = 366;
    /** Every day from today on is gone through, whichever are asked for. */
    private static final int MOST_DAYS_AHEAD = 366;

    private final ReminderRepository reminders;
    private final Situations situations;
    private final Rehearsal rehearsal;
    private final ReminderSchedule schedule;
    private final ReminderText text;
    private final Regions regions;
    private final PostHolders holders;
    private final PersonalDataReads reads;
    private final AgroalDataSource dataSource;
    private final Clock clock;

    ReminderService(
            ReminderRepository reminders,
            Situations situations,
            Rehearsal rehearsal,
            ReminderSchedule schedule,
            ReminderText text,
            Regions regions,
            PostHolders holders,
            PersonalDataReads reads,
            AgroalDataSource dataSource,
            Clock clock) {
        this.reminders = reminders;
        this.situations = situations;
        this.rehearsal = rehearsal;
        this.schedule = schedule;
        this.text = text;
        this.regions = regions;
        this.holders = holders;
        this.reads = reads;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Transactional
    Page<ReminderView> list(Caller caller, ReminderFilter filter, PageRequest page) {
        RegionScope scope = caller.scope();
        return reminders.list(scope, filter, page).map(reminder -> view(reminder, scope));
    }

    private ReminderView view(StoredReminder reminder, RegionScope scope) {
        return new ReminderView(
                reminder.id(),
                reminder.campaignId(),
                reminder.campaignTitle(),
                ItemView.of(reminder.item(), reminder.status() == ReminderStatus.DROPPED, text, regions),
                reminder.item().reminder().at(),
                reminder.day(),
                reminder.status(),
                reminder.dispatchId().filter(id -> reminder.seenBy()
                        .filter(audience -> audience.isWithin(scope))
                        .isPresent()));
    }

    /** @throws Refusal 400 when the range is none, longer than 366 days, or more than a year ahead */
    @Transactional
    RehearsalView rehearse(Caller caller, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw Refusal.invalid("to", "不能早于起始日期", "must not be before from");
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw Refusal.invalid("to", "一次最多预演 " + MOST_DAYS + " 天", "at most " + MOST_DAYS + " days at a time");
        }
        Instant now = clock.instant();
        LocalDate today = BusinessTime.dateOf(now);
        if (to.isAfter(today.plusDays(MOST_DAYS_AHEAD))) {
            throw Refusal.invalid(
                    "to",
                    "不能晚于今天起 " + MOST_DAYS_AHEAD + " 天",
                    "must not be more than " + MOST_DAYS_AHEAD + " days from today");
        }
        RegionScope scope = caller.scope();
        boolean mayRead = AddressRules.mayRead(caller);
        Rehearsed rehearsed = atOneMoment(() -> {
            Situation situation = situations.read(schedule.latestDueOn(to), today, scope.city());
            List<ReminderMessage> messages = rehearsal
                    .messages(from, to, situation.owed().keySet(), situation.history(), situation.contacts(), now)
                    .stream()
                    .filter(message -> Audience.of(message).isWithin(scope))
                    .toList();
            return new Rehearsed(messages, mayRead ? holders.ids(posts(messages)) : List.of());
        });
        if (mayRead) {
            reads.note(caller, PostHolders.EMAIL, rehearsed.shown());
        }
        return new RehearsalView(
                from,
                to,
                now,
                rehearsed.messages().stream()
                        .map(message -> rehearsed(message, caller))
                        .toList());
    }

    private static List<Post> posts(List<ReminderMessage> messages) {
        return messages.stream()
                .map(message -> message.recipient().post())
                .distinct()
                .toList();
    }

    /**
     * All statements see the same moment: what is owed, whom to tell, and what was told. In a transaction of its own, since whoever is put
     * on record for what is shown then must see who else was meanwhile.
     */
    private Rehearsed atOneMoment(Callable<Rehearsed> reading) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = dataSource.getConnection();
                    Statement set = connection.createStatement()) {
                set.execute("set transaction isolation level repeatable read");
            }
            return reading.call();
        });
    }

    /**
     * What a rehearsal shows.
     *
     * @param shown the contacts whose addresses are shown
     */
    private record Rehearsed(List<ReminderMessage> messages, Collection<UUID> shown) {}

    private RehearsedMessage rehearsed(ReminderMessage message, Caller caller) {
        Contact recipient = message.recipient();
        Party party = recipient.post().party();
        EmailAddress address = new EmailAddress(recipient.address());
        return new RehearsedMessage(
                message.day(),
                party.region().value(),
                regions.find(party.region()).map(Region::name),
                party.unit(),
                recipient.post().role(),
                AddressRules.mayRead(caller) ? address.shown() : address.masked(),
                text.subject(message),
                text.body(message),
                items(message));
    }

    private List<ItemView> items(ReminderMessage message) {
        return Stream.concat(
                        message.items().stream().map(item -> ItemView.of(item, false, text, regions)),
                        message.alsoOwed().stream().map(owed -> ItemView.alsoOwed(owed, text, regions)))
                .toList();
    }
}
