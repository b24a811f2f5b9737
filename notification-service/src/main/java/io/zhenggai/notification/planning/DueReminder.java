package io.zhenggai.notification.planning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What has come due of one thing for one post and purpose: the latest reminder, if it does not exist yet, and those before it
 * that were missed.
 */
record DueReminder(Optional<PlannedReminder> latest, List<PlannedReminder> missed) {

    /** From all reminders of one thing, in the order of time. */
    static List<DueReminder> of(List<PlannedReminder> planned, Set<ReminderKey> settled, Instant now) {
        record Track(Post post, Purpose purpose) {}
        return planned.stream()
                .filter(reminder -> !reminder.at().isAfter(now))
                .collect(groupingBy(
                        reminder -> new Track(reminder.post(), reminder.purpose()), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(track -> of(track, settled))
                .toList();
    }

    private static DueReminder of(List<PlannedReminder> track, Set<ReminderKey> settled) {
        PlannedReminder latest = track.get(track.size() - 1);
        return new DueReminder(
                Optional.of(latest).filter(reminder -> !settled.contains(reminder.key())),
                track.subList(0, track.size() - 1).stream()
                        .filter(reminder -> !settled.contains(reminder.key()))
                        .toList());
    }
}
