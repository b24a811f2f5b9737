package io.zhenggai.notification.reminder;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.notification.contact.PostHolder;
import io.zhenggai.notification.contact.PostHolders;
import io.zhenggai.notification.owed.OwedRow;
import io.zhenggai.notification.owed.OwedTable;
import io.zhenggai.notification.planning.Contact;
import io.zhenggai.notification.planning.Contacts;
import io.zhenggai.notification.planning.Owed;
import io.zhenggai.notification.planning.Party;
import io.zhenggai.notification.planning.Post;
import io.zhenggai.notification.planning.PostRole;
import io.zhenggai.notification.planning.ReminderHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what planning needs to know, by four statements whatever there is of it. */
@ApplicationScoped
class Situations {

    private final OwedTable owed;
    private final PostHolders holders;
    private final ReminderTable reminders;

    Situations(OwedTable owed, PostHolders holders, ReminderTable reminders) {
        this.owed = owed;
        this.holders = holders;
        this.reminders = reminders;
    }

    /**
     * @param latest the latest deadline that counts
     * @param today messages of which day have been sent
     * @param city what is owed in this city only; empty: in the whole province
     */
    Situation read(LocalDate latest, LocalDate today, Optional<String> city) {
        List<Contact> contacts = holders.all().stream().map(Situations::contact).toList();
        Set<Party> withContact = contacts.stream()
                .map(Contact::post)
                .filter(post -> post.role() == PostRole.CONTACT)
                .map(Post::party)
                .collect(toSet());
        Map<Owed, OwedRow> rows = owed.dueUpTo(latest, city).stream()
                .collect(toMap(row -> row.toOwed(withContact::contains), identity()));
        ReminderHistory history = new ReminderHistory(reminders.settled(latest, today), reminders.messagedOn(today));
        return new Situation(rows, history, new Contacts(contacts));
    }

    private static Contact contact(PostHolder holder) {
        Party party = new Party(
                new RegionCode(holder.region()), Optional.of(holder.unit()).filter(unit -> !unit.isEmpty()));
        return new Contact(new Post(party, PostRole.valueOf(holder.post().name())), holder.email());
    }
}
