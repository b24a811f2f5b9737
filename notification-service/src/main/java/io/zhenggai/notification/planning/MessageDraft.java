package io.zhenggai.notification.planning;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A message while its reminders are being found. */
final class MessageDraft {

    private final Contact recipient;
    private final LocalDate day;
    private final List<MessageItem> items = new ArrayList<>();
    private final List<PlannedReminder> superseded = new ArrayList<>();

    MessageDraft(Contact recipient, LocalDate day) {
        this.recipient = recipient;
        this.day = day;
    }

    void add(PlannedReminder reminder, Optional<Post> vacant, List<PlannedReminder> missed) {
        items.add(new MessageItem(reminder, vacant));
        superseded.addAll(missed);
    }

    /** @param near everything owed by anybody that is near its deadline or past it, most urgent first */
    ReminderMessage complete(List<Owed> near) {
        Set<Owed> named = items.stream().map(item -> item.reminder().owed()).collect(toSet());
        Set<Party> reminded = items.stream()
                .filter(MessageItem::remindsRecipient)
                .map(item -> item.reminder().owed().owedBy())
                .collect(toSet());
        List<Owed> alsoOwed = near.stream()
                .filter(owed -> reminded.contains(owed.owedBy()) && !named.contains(owed))
                .toList();
        return new ReminderMessage(recipient, day, items, alsoOwed, superseded);
    }
}
