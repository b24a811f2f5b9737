package io.zhenggai.notification.dispatch;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.region.Region;
import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.kit.region.Regions;
import io.zhenggai.notification.mail.MailSettings;
import io.zhenggai.notification.planning.ReminderText;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dispatch records as a caller may see them: addresses are for the province and the offices. */
@Singleton
class DispatchViews {

    /** Reply code and enhanced code (RFC 3463); the words behind them often repeat the address. */
    private static final Pattern CODES = Pattern.compile("\\d{3}([ -]\\d\\.\\d{1,3}\\.\\d{1,3})?(?!\\d)");

    private final MailSettings mail;
    private final ReminderText text;
    private final Regions regions;

    DispatchViews(MailSettings mail, ReminderText text, Regions regions) {
        this.mail = mail;
        this.text = text;
        this.regions = regions;
    }

    DispatchView row(StoredDispatch dispatch, Caller caller) {
        boolean open = AddressRules.mayRead(caller);
        return new DispatchView(
                dispatch.id(),
                dispatch.day(),
                dispatch.region(),
                regions.find(new RegionCode(dispatch.region())).map(Region::name),
                Optional.of(dispatch.unit()).filter(unit -> !unit.isEmpty()),
                dispatch.post(),
                open ? dispatch.address().shown() : dispatch.address().masked(),
                dispatch.subject(),
                dispatch.status(),
                dispatch.reason(),
                dispatch.attempts(),
                answer(dispatch.serverAnswer(), open),
                mail.messageId(dispatch.id()),
                dispatch.sentAt());
    }

    DispatchDetail detail(StoredDispatch dispatch, Content content, List<AttemptView> attempts, Caller caller) {
        boolean open = AddressRules.mayRead(caller);
        return new DispatchDetail(
                row(dispatch, caller),
                dispatch.body(),
                content.lines().stream()
                        .map(line -> ItemView.of(line.owed(), line.reminder(), line.dropped(), text, regions))
                        .toList(),
                attempts.stream()
                        .map(attempt -> new AttemptView(
                                attempt.number(),
                                attempt.startedAt(),
                                attempt.endedAt(),
                                attempt.outcome(),
                                answer(attempt.serverAnswer(), open)))
                        .toList());
    }

    private static Optional<String> answer(Optional<String> words, boolean open) {
        return open
                ? words
                : words.map(CODES::matcher).filter(Matcher::lookingAt).map(Matcher::group);
    }
}
