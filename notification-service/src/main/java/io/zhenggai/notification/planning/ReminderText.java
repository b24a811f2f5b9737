package io.zhenggai.notification.planning;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.region.Regions;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a message: subject and body as plain text in Chinese. They name parties, ledger numbers, titles and dates;
 * never a person, and never the text of an issue.
 */
public final class ReminderText {

    private static final String CLOSING = """
            如上述事项已经办结，请忽略本提醒。感谢支持配合！

            （本邮件由整改提升工作系统自动发送，请勿直接回复。）
            """;

    private final OfficialWords words;

    public ReminderText(Regions regions, WorkingCalendar calendar) {
        this.words = new OfficialWords(regions, calendar);
    }

    /** The matter, how many things it is about, and the day, so that no two subjects of a recipient are alike. */
    public String subject(ReminderMessage message) {
        Set<Owed> own = own(message);
        own.addAll(message.alsoOwed());
        return "【整改提升】%s：%d项（%s）"
                .formatted(
                        matter(own, message),
                        own.isEmpty() ? named(message, item -> true).size() : own.size(),
                        words.shortDate(message.day()));
    }

    private static String matter(Set<Owed> own, ReminderMessage message) {
        if (own.isEmpty()) {
            return "情况汇总";
        }
        boolean overdue = own.stream().anyMatch(owed -> owed.deadline().dueOn().isBefore(message.day()));
        return overdue ? "逾期事项提醒" : "临期事项提醒";
    }

    /** One part for each thing that the recipient is to do or to know. */
    public String body(ReminderMessage message) {
        Function<Owed, String> what = owed -> words.owed(owed, message.day());
        Function<Owed, String> whoAndWhat = owed -> words.party(owed.owedBy()) + "：" + what.apply(owed);
        return Stream.of(
                        words.post(message.recipient().post()) + "：\n\n您好！\n",
                        part(
                                "截至%s，贵单位有以下事项尚未办结，请按期办理；已经逾期的，请抓紧办理：".formatted(words.date(message.day())),
                                own(message).stream().map(what)),
                        part(
                                "另有以下事项临近截止或已经逾期，请一并办理：",
                                message.alsoOwed().stream().map(what)),
                        part("以下提醒因有关单位未登记联络人或负责人，无法直接送达，请代为转告，并督促补充登记：", standIn(message, what, whoAndWhat)),
                        part("以下事项临近截止或已经逾期，现抄送知悉：", copies(message, whoAndWhat)),
                        part("以下事项逾期仍未办结，建议印发督办单，请研究审定：", proposals(message, Purpose.SLIP_PROPOSAL, whoAndWhat)),
                        part("以下事项逾期较久仍未办结，建议予以通报，请研究审定：", proposals(message, Purpose.CIRCULAR_PROPOSAL, whoAndWhat)),
                        CLOSING)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Why a reminder is part of a message, for who wants to check: the step, whether it was moved, who stands in for whom. */
    public String reason(MessageItem item) {
        PlannedReminder reminder = item.reminder();
        String purpose =
                switch (reminder.purpose()) {
                    case REMINDER -> "提醒";
                    case COPY -> "抄送";
                    case SLIP_PROPOSAL -> "建议督办";
                    case CIRCULAR_PROPOSAL -> "建议通报";
                };
        return step(reminder)
                + purpose
                + item.vacant()
                        .map(post -> "（" + words.post(post) + "未登记，代为接收）")
                        .orElse("");
    }

    private static String step(PlannedReminder reminder) {
        int days = reminder.offset().days();
        if (reminder.offset().isOverdue()) {
            return "逾期第%d个工作日".formatted(days);
        }
        LocalDate unmoved = reminder.owed().deadline().dueOn().plusDays(days);
        return (days == 0 ? "截止当日" : "截止前%d天".formatted(-days))
                + (BusinessTime.dateOf(reminder.at()).equals(unmoved) ? "" : "（遇休息日提前）");
    }

    private static Set<Owed> own(ReminderMessage message) {
        return named(message, MessageItem::remindsRecipient);
    }

    private Stream<String> standIn(
            ReminderMessage message, Function<Owed, String> what, Function<Owed, String> whoAndWhat) {
        return message.items().stream().flatMap(item -> item.vacant().stream().map(post -> {
            Owed owed = item.reminder().owed();
            boolean owedByItself = owed.owedBy().equals(post.party());
            return words.post(post) + "（未登记）：" + (owedByItself ? what : whoAndWhat).apply(owed);
        }));
    }

    /** What the recipient is asked to pass on is not copied to them besides. */
    private static Stream<String> copies(ReminderMessage message, Function<Owed, String> whoAndWhat) {
        Set<Owed> copied = named(message, MessageItem::copiesRecipient);
        copied.removeAll(named(message, item -> item.vacant().isPresent()));
        return copied.stream().map(whoAndWhat);
    }

    private static Stream<String> proposals(
            ReminderMessage message, Purpose purpose, Function<Owed, String> whoAndWhat) {
        return named(message, item -> item.reminder().purpose() == purpose).stream()
                .map(whoAndWhat);
    }

    private static Set<Owed> named(ReminderMessage message, Predicate<MessageItem> which) {
        return message.items().stream()
                .filter(which)
                .map(item -> item.reminder().owed())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String part(String heading, Stream<String> lines) {
        List<String> all = lines.toList();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            part.append(i == 0 ? heading + "\n" : "")
                    .append(i + 1)
                    .append(". ")
                    .append(all.get(i))
                    .append('\n');
        }
        return part.toString();
    }
}
