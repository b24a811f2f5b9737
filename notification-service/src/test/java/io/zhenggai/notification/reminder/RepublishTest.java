package io.zhenggai.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.notification.testsupport.Issue;
import io.zhenggai.notification.testsupport.Obligation;
import io.zhenggai.notification.testsupport.OnRealServers;
import io.zhenggai.notification.testsupport.Stage;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told again is no news to who is reminded: nothing comes twice, and no counting of days begins anew. */
@QuarkusTest
@OnRealServers
class RepublishTest {

    private static final String ZHENGZHOU = "410100";
    private static final String CONTACT = Stage.addressOf(ZHENGZHOU);

    /** By the offsets of an issue due on Friday the 29th that was assigned on the 20th, and the first step of the ladder. */
    private static final List<String> REMINDED =
            List.of("2021-10-22", "2021-10-26", "2021-10-28", "2021-10-29", "2021-11-01");

    @Inject
    Stage stage;

    @BeforeEach
    void reset() {
        stage.reset();
        stage.nameContact(ZHENGZHOU);
    }

    @Test
    void whatIsKnownStaysAsItIs() {
        Instant assigned = stage.at("2021-10-20 10:00");
        Issue issue = assigned();
        Obligation plan = Obligation.plan(ZHENGZHOU);
        stage.tell(issue);
        stage.tell(plan);
        stage.stepTo("2021-10-22 09:00");
        assertThat(stage.mailsTo(CONTACT)).hasSize(1);
        String before = rows();

        stage.at("2021-10-25 10:00");
        stage.tellAgain(issue, assigned);
        stage.tellAgain(plan, Obligation.PUBLISHED);
        stage.awaitIdle();

        assertThat(stage.mailsTo(CONTACT)).hasSize(1);
        assertThat(rows()).isEqualTo(before);
        stage.stepTo("2021-10-26 09:00");
        assertThat(stage.mailsTo(CONTACT)).hasSize(2);
    }

    @Test
    void whatWasLostIsRemindedOfOnTheDaysOnWhichItWouldHaveBeen() {
        stage.at("2021-10-20 10:00");
        Issue issue = assigned();
        stage.tell(issue);
        stage.stepTo("2021-10-22 09:00");
        Instant acknowledged = stage.at("2021-10-25 15:00");
        stage.tell(issue.acknowledged());
        stage.stepTo("2021-10-26 09:00");
        assertThat(mailDays()).isEqualTo(REMINDED.subList(0, 2));

        stage.at("2021-10-26 11:00");
        stage.forgetWhatIsOwed();
        stage.tellAgain(issue.acknowledged(), acknowledged);
        stage.awaitIdle();
        stage.tellAgain(issue.acknowledged(), acknowledged);
        stage.awaitIdle();
        for (String day : List.of("2021-10-27", "2021-10-28", "2021-10-29", "2021-10-30", "2021-11-01", "2021-11-02")) {
            stage.stepTo(day + " 09:00");
        }

        assertThat(mailDays()).isEqualTo(REMINDED);
    }

    @Test
    void theLadderOfWhatWasLostWhenItWasOverdueGoesOn() {
        stage.at("2021-10-20 10:00");
        Issue issue = assigned().acknowledged();
        stage.tell(issue);
        for (String day : REMINDED) {
            stage.stepTo(day + " 09:00");
        }
        Instant led = stage.at("2021-11-02 10:00");
        stage.tell(issue.ledBy("住建局"));
        stage.awaitIdle();
        stage.name(ZHENGZHOU, "HEAD", "head-410100@offices.example");
        assertThat(mailDays()).isEqualTo(REMINDED);

        stage.forgetWhatIsOwed();
        stage.tellAgain(issue.ledBy("住建局"), led);
        stage.awaitIdle();
        stage.stepTo("2021-11-03 09:00");

        assertThat(stage.mailsTo(CONTACT)).hasSize(REMINDED.size());
        assertThat(stage.mailsTo("head-410100@offices.example"))
                .as("on the third working day behind the deadline, not behind the last change")
                .hasSize(1);
    }

    @Test
    void whatWasResumedAfterLongTermIsRemindedOfFromThenOnOnly() {
        stage.at("2021-10-20 10:00");
        Issue issue = assigned().ledBy("住建局");
        stage.tell(issue.longTerm("2021-10-25"));
        Instant resumed = stage.at("2021-10-25 10:00");
        stage.tell(issue.owedSince(resumed));
        Instant changed = stage.at("2021-10-25 15:00");
        stage.tell(issue.owedSince(resumed).answered());
        // What was reminded of meanwhile is on its way by then, or has gone.
        stage.awaitIdle();
        stage.forgetWhatIsOwed();
        stage.execute("truncate reminder cascade");

        stage.tellAgain(issue.owedSince(resumed), changed);
        stage.awaitIdle();

        assertThat(stage.text("select since from owed where kind = 'ISSUE_RECTIFICATION'"))
                .startsWith("2021-10-25 02:00:00");
    }

    @Test
    void aReturnedFilingCountsFromItsReturn() {
        Obligation plan = Obligation.plan(ZHENGZHOU);
        stage.tell(plan.submitted());
        Instant returnedAt = stage.at("2021-10-29 16:00");
        Obligation returned = plan.returned("2021-11-03", returnedAt);
        stage.tell(returned);
        stage.stepTo("2021-11-02 09:00");
        assertThat(mailDays()).containsExactly("2021-11-02");

        stage.at("2021-11-02 10:00");
        stage.forgetWhatIsOwed();
        stage.tellAgain(returned, returnedAt);
        stage.awaitIdle();
        stage.stepTo("2021-11-03 09:00");

        assertThat(mailDays()).containsExactly("2021-11-02", "2021-11-03");
    }

    private static Issue assigned() {
        return Issue.assigned(ZHENGZHOU, 1, "2021-12-01", "2021-10-29")
                .assignedOn("2021-10-20")
                .owedSince(Instant.parse("2021-10-20T02:00:00Z"));
    }

    private List<String> mailDays() {
        return stage.ask("province", "/api/v1/dispatches?limit=100").<String>getList("items.sentAt").stream()
                .map(moment -> moment.substring(0, 10))
                .sorted()
                .toList();
    }

    private String rows() {
        return stage.text("select string_agg(o::text, ';' order by kind) from owed o");
    }
}
