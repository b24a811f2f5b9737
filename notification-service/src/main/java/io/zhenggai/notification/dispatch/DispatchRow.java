package io.zhenggai.notification.dispatch;

import io.zhenggai.kit.encryption.Encryption;
import io.zhenggai.kit.encryption.KeyedDigest;
import io.zhenggai.notification.planning.Party;
import io.zhenggai.notification.planning.ReminderMessage;
import io.zhenggai.notification.planning.ReminderText;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A new row of the table of dispatches.
 *
 * @param address encrypted, in hexadecimal digits
 * @param addressDigest keyed, in hexadecimal digits
 */
record DispatchRow(
        int ordinal,
        UUID id,
        LocalDate day,
        String address,
        String addressDigest,
        String cityCode,
        String regionCode,
        String unit,
        String recipientRegion,
        String recipientUnit,
        String recipientRole,
        String subject,
        String body) {

    private static final HexFormat HEX = HexFormat.of();

    static DispatchRow of(
            int ordinal, NewDispatch dispatch, ReminderText text, Encryption encryption, KeyedDigest digest) {
        ReminderMessage message = dispatch.message();
        String address = message.recipient().address();
        Audience audience = Audience.of(message);
        Party recipient = message.recipient().post().party();
        return new DispatchRow(
                ordinal,
                dispatch.id(),
                message.day(),
                HEX.formatHex(encryption.encrypt(address, DispatchColumns.ADDRESS, dispatch.id())),
                HEX.formatHex(digest.of(address)),
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
