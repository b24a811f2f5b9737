package io.zhenggai.plan.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.plan.obligation.ObligationCode;
import io.zhenggai.plan.obligation.ObligationKind;
import io.zhenggai.plan.testsupport.Callers;
import io.zhenggai.plan.testsupport.Campaigns;
import io.zhenggai.plan.testsupport.OnRealServers;
import io.zhenggai.plan.testsupport.Topic;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class PublishingTest {

    private static final String OBLIGATIONS = """
            select code || ' ' || region_code || coalesce(' ' || subject_region, '') || ' ' || deadline || ' ' || status as line
            from obligation where campaign_id = ?
            """;

    @Inject
    BusinessClock clock;

    @Inject
    CampaignService service;

    @Inject
    AgroalDataSource dataSource;

    @BeforeEach
    void theCampaignBegins() {
        clock.freezeAt(Instant.parse("2021-10-19T00:30:00Z"));
    }

    @Test
    void opens75ObligationsAndLeavesTheirEventsInTheSameTransaction() {
        CampaignView campaign = QuarkusTransaction.requiringNew().call(() -> {
            CampaignView published = service.publish(Callers.PROVINCE, Campaigns.like2021());
            assertThat(count("select count(*) from outbox where convert_from(data, 'UTF8') like '%" + published.id()
                            + "%'"))
                    .isEqualTo(76);
            return published;
        });

        List<String> opened = lines(campaign.id());
        assertThat(opened).hasSize(75);
        assertThat(opened)
                .contains(
                        "PLAN 410100 2021-10-31 OPEN",
                        "PLAN 419001 2021-10-31 OPEN",
                        "SPECIAL_TRAINING 411700 2021-11-30 OPEN",
                        "SUMMARY_REPORT 410100 2021-12-31 OPEN",
                        "PROMOTION_MEETING 410000 2021-11-30 OPEN",
                        "TARGETED_TRAINING 410000 419001 2021-11-30 OPEN",
                        "EXPERIENCE_EXCHANGE 410000 2021-11-30 OPEN",
                        "EXPERT_LECTURE 410000 2021-11-30 OPEN");
        Map<String, Long> byCode = opened.stream()
                .collect(Collectors.groupingBy(line -> line.split(" ")[0], TreeMap::new, Collectors.counting()));
        assertThat(byCode)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "PLAN", 18L,
                        "SPECIAL_TRAINING", 18L,
                        "SUMMARY_REPORT", 18L,
                        "TARGETED_TRAINING", 18L,
                        "PROMOTION_MEETING", 1L,
                        "EXPERIENCE_EXCHANGE", 1L,
                        "EXPERT_LECTURE", 1L));
    }

    @Test
    void whatIsDueBeforeItsPhaseEndsIsOwedByThen() {
        Demand plan = new Demand(ObligationCode.PLAN, ObligationKind.FILING, "整改方案", Campaigns.START.plusDays(3));
        NewPhase phase = new NewPhase(1, "动员部署", PhaseKind.MOBILISATION, Campaigns.END, List.of(plan));
        CampaignView campaign = publish(Campaigns.with(null, Campaigns.START, Campaigns.END, List.of(phase)));

        assertThat(lines(campaign.id())).hasSize(18).allMatch(line -> line.endsWith(" 2021-10-22 OPEN"));
    }

    @Test
    void tellsTheCampaignAndEachObligationOnce() {
        CampaignView campaign = publish(Campaigns.like2021());

        List<Topic.Letter> published = Topic.of("campaign")
                .await(1, letter -> letter.subject().equals(campaign.id().toString()));
        List<Topic.Letter> opened = Topic.of("obligation").await(75, letter -> letter.state("campaignId")
                .equals(campaign.id().toString()));

        Topic.Letter notice = published.get(0);
        assertThat(notice.type()).isEqualTo("campaign.published.v1");
        assertThat(notice.version()).isEqualTo(1);
        assertThat(notice.state("end")).isEqualTo("2021-12-31");
        assertThat(notice.state("year")).isEqualTo("2021");
        assertThat(opened)
                .allSatisfy(letter -> {
                    assertThat(letter.type()).isEqualTo("obligation.opened.v1");
                    assertThat(letter.version()).isEqualTo(1);
                    assertThat(letter.state("status")).isEqualTo("OPEN");
                    assertThat(letter.state("late")).isEqualTo("false");
                    assertThat(letter.state("deadlineVersion")).isEqualTo("1");
                })
                .extracting(Topic.Letter::subject)
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameDocumentNumberIsPublishedOnce() {
        String number = "豫工程改革办〔2021〕" + UUID.randomUUID() + "号";
        CampaignView first = publish(Campaigns.numbered(number));

        assertThatThrownBy(() ->
                        publish(Campaigns.numbered(number.replace('〔', '[').replace('〕', ']'))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(ProblemType.CONFLICT);
                    assertThat(refusal.members()).isEqualTo(Map.of("campaignId", first.id()));
                });
    }

    @Test
    void severalCampaignsMayHaveNoDocumentNumber() {
        CampaignView first = publish(Campaigns.numbered(null));
        CampaignView second = publish(Campaigns.numbered(null));

        assertThat(first.id()).isNotEqualTo(second.id());
    }

    @Test
    void nothingIsStoredOfACampaignThatBreaksARule() {
        String title = "规则检查 " + UUID.randomUUID();
        NewCampaign wrong = titled(title, Campaigns.with(null, Campaigns.END, Campaigns.START, List.of()));

        assertThatThrownBy(() -> publish(wrong)).isInstanceOf(Refusal.class);

        assertThat(count("select count(*) from campaign where title = '" + title + "'"))
                .isZero();
    }

    private CampaignView publish(NewCampaign campaign) {
        return QuarkusTransaction.requiringNew().call(() -> service.publish(Callers.PROVINCE, campaign));
    }

    private static NewCampaign titled(String title, NewCampaign like) {
        return new NewCampaign(
                like.documentNumber(),
                title,
                like.noticeTitle(),
                like.issuingBody(),
                like.addressees(),
                like.copies(),
                like.printedOn(),
                like.start(),
                like.end(),
                like.phases(),
                like.sources());
    }

    private List<String> lines(UUID campaignId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(OBLIGATIONS)) {
            read.setObject(1, campaignId);
            try (ResultSet found = read.executeQuery()) {
                List<String> lines = new ArrayList<>();
                while (found.next()) {
                    lines.add(found.getString("line"));
                }
                return lines;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String sql) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = connection.prepareStatement(sql);
                ResultSet counted = count.executeQuery()) {
            counted.next();
            return counted.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
