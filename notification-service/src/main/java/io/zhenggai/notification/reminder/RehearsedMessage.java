package io.zhenggai.notification.reminder;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.notification.dispatch.ItemView;
import io.zhenggai.notification.planning.PostRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A message that would go out.
 *
 * @param region of the recipient
 * @param unit of the recipient; absent for the office, county or zone itself
 * @param recipient the address; masked for who may not read addresses
 * @param items what it names, in its order: reminders, each with the reason, then what else is owed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RehearsedMessage(
        LocalDate day,
        String region,
        Optional<String> regionName,
        Optional<String> unit,
        PostRole post,
        String recipient,
        String subject,
        String text,
        List<ItemView> items) {

    RehearsedMessage {
        items = List.copyOf(items);
    }
}
