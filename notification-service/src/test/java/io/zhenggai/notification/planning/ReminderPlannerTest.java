package io.zhenggai.notification.planning;

import static io.zhenggai.notification.planning.Campaign2021.JIYUAN;
import static io.zhenggai.notification.planning.Campaign2021.KAIFENG;
import static io.zhenggai.notification.planning.Campaign2021.PLANNER;
import static io.zhenggai.notification.planning.Campaign2021.PROVINCE;
import static io.zhenggai.notification.planning.Campaign2021.PUBLISHED;
import static io.zhenggai.notification.planning.Campaign2021.ZHENGZHOU;
import static io.zhenggai.notification.planning.Campaign2021.contactOf;
import static io.zhenggai.notification.planning.Campaign2021.deadline;
import static io.zhenggai.notification.planning.Campaign2021.everybody;
import static io.zhenggai.notification.planning.Campaign2021.headOf;
import static io.zhenggai.notification.planning.Campaign2021.indicatorLeadOf;
import static io.zhenggai.notification.planning.Campaign2021.issue;
import static io.zhenggai.notification.planning.Campaign2021.nine;
import static io.zhenggai.notification.planning.Campaign2021.plan;
import static io.zhenggai.notification.planning.Campaign2021.summary;
import static io.zhenggai.notification.planning.Campaign2021.training;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReminderPlannerTest {

    private static final String CONTACT_OF_ZHENGZHOU = "contact@410100.example";
    private static final String CONTACT_OF_PROVINCE = "contact@410000.example";

    private final Contacts contacts = new Contacts(everybody());

    @Test
    void sendsFromNineOn() {
        assertThat(due(nine("2021-10-22").minusNanos(1), plan(ZHENGZHOU)).messages())
                .isEmpty();
        assertThat(due(nine("2021-10-22"), plan(ZHENGZHOU)).messages())
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.recipient()).isEqualTo(contactOf(ZHENGZHOU));
                    assertThat(message.day()).isEqualTo("2021-10-22");
                    assertThat(message.items())
                            .extracting(item -> item.reminder().offset().days())
                            .containsExactly(-7);
                });
    }

    @ParameterizedTest
    @EnumSource(OwedKind.class)
    void everyKindIsRemindedTheSameWay(OwedKind kind) {
        Owed owed = new Owed(kind, "1", "ZG2021-410100-0001", ZHENGZHOU, deadline("2021-10-31", PUBLISHED));

        assertThat(recipients(due(nine("2021-10-22"), owed))).containsExactly(CONTACT_OF_ZHENGZHOU);
    }

    @Test
    void oneMessageListsAllThatIsDueForARecipient() {
        Owed first = issue("ZG2021-410100-0001", ZHENGZHOU, "2021-10-25");
        Owed second = issue("ZG2021-410100-0002", ZHENGZHOU, "2021-10-29");

        List<ReminderMessage> messages = due(nine("2021-10-22"), plan(ZHENGZHOU), plan(KAIFENG), second, first)
                .messages();

        assertThat(messages)
                .extracting(message -> message.recipient().address())
                .containsExactly(CONTACT_OF_ZHENGZHOU, "contact@410200.example");
        assertThat(messages.get(0).items())
                .extracting(item -> item.reminder().owed())
                .containsExactly(first, second, plan(ZHENGZHOU));
    }

    @Test
    void messageListsWhatElseThePartyOwesThatIsNear() {
        Owed near = issue("ZG2021-410100-0001", ZHENGZHOU, "2021-11-04");
        Owed far = issue("ZG2021-410100-0002", ZHENGZHOU, "2021-11-05");
        Owed overdue = issue("ZG2021-410100-0003", ZHENGZHOU, "2021-10-25");
        Owed elsewhere = issue("ZG2021-410200-0001", KAIFENG, "2021-11-04");
        List<Owed> owed = List.of(plan(ZHENGZHOU), near, far, overdue, elsewhere);
        ReminderHistory yesterday = after(nine("2021-10-27"), owed);

        ReminderMessage message = PLANNER.due(owed, yesterday, contacts, nine("2021-10-28")).messages().stream()
                .filter(each -> each.recipient().address().equals(CONTACT_OF_ZHENGZHOU))
                .findFirst()
                .orElseThrow();

        assertThat(message.items()).extracting(item -> item.reminder().owed()).containsExactly(plan(ZHENGZHOU), near);
        assertThat(message.alsoOwed()).containsExactly(overdue);
    }

    @Test
    void whatExistsIsNeverPlannedAgain() {
        List<Owed> owed = List.of(plan(ZHENGZHOU));
        ReminderHistory history = after(nine("2021-10-22"), owed);

        assertThat(PLANNER.due(owed, history, contacts, nine("2021-10-22")).messages())
                .isEmpty();
        assertThat(PLANNER.due(owed, history, contacts, nine("2021-10-28").minusNanos(1))
                        .messages())
                .isEmpty();
        assertThat(PLANNER.due(owed, history, contacts, nine("2021-10-28")).messages())
                .hasSize(1);
    }

    @Test
    void movedDeadlineRemindsAgain() {
        Owed before = issue("ZG2021-410100-0001", ZHENGZHOU, "2021-10-29");
        ReminderHistory history = after(nine("2021-10-22"), List.of(before));
        Instant movedAt = nine("2021-10-25");
        Owed moved = new Owed(
                before.kind(),
                before.id(),
                before.label(),
                before.owedBy(),
                new Deadline(LocalDate.of(2021, 11, 5), 2, movedAt));

        assertThat(PLANNER.due(List.of(moved), history, contacts, nine("2021-10-28"))
                        .messages())
                .isEmpty();
        assertThat(PLANNER.due(List.of(moved), history, contacts, nine("2021-10-29"))
                        .messages())
                .singleElement()
                .satisfies(message -> assertThat(
                                message.items().get(0).reminder().key().deadlineVersion())
                        .isEqualTo(2));
    }

    @Test
    void whatWasMissedIsSentOnceByItsLatestReminder() {
        DueReminders due =
                due(nine("2021-10-30"), plan(ZHENGZHOU), issue("ZG2021-410100-0001", ZHENGZHOU, "2021-10-29"));

        assertThat(due.messages()).singleElement().satisfies(message -> {
            assertThat(message.items())
                    .extracting(item -> item.reminder().owed().label() + " "
                            + item.reminder().offset().days())
                    .containsExactly("ZG2021-410100-0001 0", "整改方案 0");
            assertThat(message.superseded())
                    .extracting(reminder ->
                            reminder.owed().label() + " " + reminder.offset().days())
                    .containsExactly(
                            "ZG2021-410100-0001 -7",
                            "ZG2021-410100-0001 -3",
                            "ZG2021-410100-0001 -1",
                            "整改方案 -7",
                            "整改方案 -3");
        });
    }

    @Test
    void missedReminderIsSupersededByALaterOneThatExists() {
        PlannedReminder last = PLANNER.plan(plan(ZHENGZHOU)).stream()
                .filter(reminder -> reminder.offset().days() == 0 && reminder.purpose() == Purpose.REMINDER)
                .findFirst()
                .orElseThrow();

        DueReminders due = PLANNER.due(
                List.of(plan(ZHENGZHOU)),
                new ReminderHistory(Set.of(last.key()), Set.of()),
                contacts,
                nine("2021-10-29"));

        assertThat(due.messages()).isEmpty();
        assertThat(due.superseded())
                .extracting(reminder -> reminder.offset().days())
                .containsExactly(-7, -3);
    }

    @Test
    void missedProposalsAreEachMade() {
        DueReminders due = due(nine("2021-11-12"), plan(ZHENGZHOU));

        assertThat(due.messages())
                .filteredOn(message -> message.recipient().equals(contactOf(PROVINCE)))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.items())
                            .extracting(item -> item.reminder().purpose())
                            .containsExactly(Purpose.COPY, Purpose.SLIP_PROPOSAL, Purpose.CIRCULAR_PROPOSAL);
                    assertThat(message.superseded())
                            .extracting(PlannedReminder::purpose)
                            .containsExactly(Purpose.COPY);
                });
    }

    @Test
    void whoHadAMessageTodayWaitsForTomorrow() {
        var history = new ReminderHistory(Set.of(), Set.of(CONTACT_OF_ZHENGZHOU));
        List<Owed> owed = List.of(plan(ZHENGZHOU), plan(KAIFENG));

        assertThat(recipients(PLANNER.due(owed, history, contacts, nine("2021-10-22"))))
                .containsExactly("contact@410200.example");
        assertThat(recipients(PLANNER.due(owed, ReminderHistory.NONE, contacts, nine("2021-10-23"))))
                .contains(CONTACT_OF_ZHENGZHOU);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2021-10-29, contact@410100.example",
                "2021-10-30, -",
                "2021-10-31, -",
                "2021-11-01, contact@410100.example contact@410000.example",
                "2021-11-02, -",
                "2021-11-03, head@410100.example contact@410000.example",
                "2021-11-04, -",
                "2021-11-05, contact@410000.example",
                "2021-11-11, -",
                "2021-11-12, contact@410000.example",
                "2021-11-15, -",
            })
    void overdueLadderClimbsOnItsWorkingDays(String day, String recipients) {
        List<Owed> owed = List.of(plan(ZHENGZHOU));
        ReminderHistory yesterday = after(nine(LocalDate.parse(day).minusDays(1).toString()), owed);

        assertThat(recipients(PLANNER.due(owed, yesterday, contacts, nine(day))))
                .containsExactlyInAnyOrderElementsOf(recipients == null ? List.of() : List.of(recipients.split(" ")));
    }

    @Test
    void copiesOfADayAreOneSummaryToTheNextLevel() {
        List<Owed> owed = List.of(plan(ZHENGZHOU), plan(KAIFENG), plan(JIYUAN));

        assertThat(PLANNER.due(owed, after(nine("2021-10-31"), owed), contacts, nine("2021-11-01"))
                        .messages())
                .filteredOn(message -> message.recipient().equals(contactOf(PROVINCE)))
                .singleElement()
                .satisfies(message -> assertThat(message.items())
                        .extracting(item -> item.reminder().owed().owedBy())
                        .containsExactly(ZHENGZHOU, KAIFENG, JIYUAN));
    }

    @Test
    void provinceIsToldWhenAnOfficeHasNoContact() {
        List<Contact> withoutJiyuan = new ArrayList<>(everybody());
        withoutJiyuan.remove(contactOf(JIYUAN));

        DueReminders due = PLANNER.due(
                List.of(plan(JIYUAN)), ReminderHistory.NONE, new Contacts(withoutJiyuan), nine("2021-10-22"));

        assertThat(due.messages()).singleElement().satisfies(message -> {
            assertThat(message.recipient()).isEqualTo(contactOf(PROVINCE));
            assertThat(message.items()).singleElement().satisfies(item -> assertThat(item.vacant())
                    .contains(new Post(JIYUAN, PostRole.CONTACT)));
        });
        assertThat(due.unreachable()).isEmpty();
    }

    @Test
    void nothingIsDroppedWhenNobodyCanBeReached() {
        DueReminders due =
                PLANNER.due(List.of(plan(JIYUAN)), ReminderHistory.NONE, new Contacts(List.of()), nine("2021-10-28"));

        assertThat(due.messages()).isEmpty();
        assertThat(due.superseded()).isEmpty();
        assertThat(due.unreachable()).singleElement().satisfies(reminder -> {
            assertThat(reminder.owed()).isEqualTo(plan(JIYUAN));
            assertThat(reminder.offset()).isEqualTo(ReminderOffset.daysBefore(3));
        });
    }

    @Test
    void oneAddressWithSeveralPostsGetsOneMessage() {
        Contact same = new Contact(new Post(KAIFENG, PostRole.CONTACT), CONTACT_OF_ZHENGZHOU);
        var shared = new Contacts(List.of(contactOf(ZHENGZHOU), same));

        assertThat(PLANNER.due(
                                List.of(plan(ZHENGZHOU), plan(KAIFENG)),
                                ReminderHistory.NONE,
                                shared,
                                nine("2021-10-22"))
                        .messages())
                .singleElement()
                .satisfies(message -> assertThat(message.items()).hasSize(2));
    }

    @Test
    void indicatorLeadGetsACopyWhereThereIsOne() {
        List<Contact> withLead = new ArrayList<>(everybody());
        withLead.add(indicatorLeadOf(ZHENGZHOU));

        assertThat(recipients(PLANNER.due(
                        List.of(plan(ZHENGZHOU), plan(KAIFENG)),
                        ReminderHistory.NONE,
                        new Contacts(withLead),
                        nine("2021-10-22"))))
                .containsExactly(CONTACT_OF_ZHENGZHOU, "lead@410100.example", "contact@410200.example");
    }

    @Test
    void provinceIsRemindedOfItsPendingReviews() {
        Owed review =
                new Owed(OwedKind.PENDING_REVIEW, "1", "郑州市整改方案", PROVINCE, deadline("2021-11-05", nine("2021-11-01")));

        assertThat(recipients(due(nine("2021-11-04"), review))).containsExactly(CONTACT_OF_PROVINCE);
    }

    @Test
    void returnedFilingIsRemindedOfFromItsReturnOn() {
        Owed returned = new Owed(
                OwedKind.RETURNED_FILING,
                plan(ZHENGZHOU).id(),
                "整改方案",
                ZHENGZHOU,
                deadline("2021-11-05", nine("2021-11-02").plusSeconds(1)));

        assertThat(due(nine("2021-11-03"), returned).messages()).isEmpty();
        assertThat(due(nine("2021-11-04"), returned).messages())
                .singleElement()
                .satisfies(message -> assertThat(message.superseded()).isEmpty());
    }

    @Test
    void wholeCampaignIsRemindedOfOnItsDays() {
        List<Owed> owed = new ArrayList<>();
        Campaign2021.REGIONS.offices().stream()
                .map(region -> Party.office(region.code()))
                .forEach(office -> owed.addAll(List.of(plan(office), training(office), summary(office))));

        List<ReminderMessage> messages = new Rehearsal(PLANNER, Campaign2021.SCHEDULE)
                .messages(
                        LocalDate.of(2021, 10, 19),
                        LocalDate.of(2022, 1, 31),
                        owed,
                        ReminderHistory.NONE,
                        contacts,
                        PUBLISHED);

        // Each office: 4 days for the plan, 5 for the training, 5 for the summary, and its head once for each.
        assertThat(daysOf(messages, contactOf(KAIFENG)))
                .isEqualTo("10-22 10-28 10-29 11-01 11-23 11-26 11-29 11-30 12-01 12-24 12-28 12-30 12-31 01-04");
        assertThat(daysOf(messages, headOf(KAIFENG))).isEqualTo("11-03 12-03 01-06");
        // The province: two days of copies and two of proposals for each.
        assertThat(daysOf(messages, contactOf(PROVINCE)))
                .isEqualTo("11-01 11-03 11-05 11-12 12-01 12-03 12-07 12-14 01-04 01-06 01-10 01-17");
        assertThat(messages).hasSize(18 * (14 + 3) + 12);
        assertThat(messages)
                .allSatisfy(message -> assertThat(message.superseded()).isEmpty());
        Set<ReminderKey> keys = new HashSet<>();
        assertThat(messages).flatExtracting(ReminderMessage::items).allSatisfy(item -> {
            assertThat(keys.add(item.reminder().key())).isTrue();
            assertThat(item.vacant()).isEqualTo(Optional.empty());
        });
    }

    private static String daysOf(List<ReminderMessage> messages, Contact recipient) {
        return String.join(
                " ",
                messages.stream()
                        .filter(message -> message.recipient().equals(recipient))
                        .map(message -> message.day().toString().substring(5))
                        .toList());
    }

    private DueReminders due(Instant now, Owed... owed) {
        return PLANNER.due(List.of(owed), ReminderHistory.NONE, contacts, now);
    }

    /** Everything due up to a moment was sent. */
    private ReminderHistory after(Instant moment, List<Owed> owed) {
        return ReminderHistory.NONE.nextMorning(PLANNER.due(owed, ReminderHistory.NONE, contacts, moment));
    }

    private static List<String> recipients(DueReminders due) {
        return due.messages().stream()
                .map(message -> message.recipient().address())
                .toList();
    }
}
