package io.zhenggai.notification.dispatch;

import io.zhenggai.notification.planning.Party;
import io.zhenggai.notification.planning.ReminderMessage;
import io.zhenggai.notification.planning.ReminderText;
import java.time.LocalDate;
import java.util.UUID;

/** A new row of the table of dispatches. */
record DispatchRow(
        int ordinal,
        UUID id,
        LocalDate day,
        String address,
        String cityCode,
        String regionCode,
        String unit,
        String recipientRegion,
        String recipientUnit,
        String recipientRole,
        String subject,
        String body) {

    static DispatchRow of(int ordinal, NewDispatch dispatch, ReminderText text) {
        ReminderMessage message = dispatch.message();
        Audience audience = Audience.of(message);
        Party recipient = message.recipient().post().party();
        return new DispatchRow(
                ordinal,
                dispatch.id(),
                message.day(),
                message.recipient().address(),
                audience.city(),
                audience.region(),
                audience.unit(),
                recipient.region().value(),
                recipient.unit().orElse(""),
                message.recipient().post().role().name(),
                text.subject(message),
                text.body(message));
    }
}
