package io.zhenggai.report.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.report.testsupport.Caller;
import io.zhenggai.report.testsupport.OnRealServers;
import io.zhenggai.report.testsupport.OtherServices;
import io.zhenggai.report.testsupport.PlanServiceStates;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of reports, and what cannot be asked of them. */
@QuarkusTest
@OnRealServers
class ReportListTest {

    private static final Caller PROVINCE = new Caller("province");

    @Inject
    BusinessClock clock;

    private final UUID campaign = UUID.randomUUID();
    private OtherServices others;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-12-24T07:00:00Z"));
        others = new OtherServices();
        others.say("campaign.published.v1", campaign, 1, PlanServiceStates.campaign(campaign));
    }

    @AfterEach
    void disconnect() {
        others.close();
    }

    @ParameterizedTest
    @CsvSource({
        "campaignId=2021, campaignId",
        "region=Zhengzhou, region",
        "status=OPEN, status",
        "status=draft, status",
        "limit=0, limit",
        "limit=201, limit",
        "cursor=x, cursor"
    })
    void aListNamesTheParameterThatIsNotOfItsForm(String query, String parameter) {
        PROVINCE.get("?" + query).then().statusCode(400).body("violations[0].field", equalTo(parameter));
    }

    @Test
    void aForgedCursorIsRefusedByName() {
        for (String region : List.of("410100", "410200")) {
            new Caller("office:" + region).draft(campaign, Caller.FULL);
        }
        String cursor = PROVINCE.get("?limit=1&campaignId=" + campaign).path("next");
        String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        byte[] noId = (plain.substring(0, plain.indexOf('\n') + 1) + "x").getBytes(StandardCharsets.UTF_8);
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(noId);

        PROVINCE.get("?limit=1&campaignId=" + campaign + "&cursor=" + forged)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("cursor"));
    }

    @Test
    void pagesThroughTheListWithTheLink() {
        for (String region : List.of("410100", "410200", "410300")) {
            new Caller("office:" + region).draft(campaign, Caller.FULL);
        }
        Response first = PROVINCE.get("?limit=2&total=true&campaignId=" + campaign);
        assertThat(first.<Integer>path("total")).isEqualTo(3);
        assertThat(first.<List<String>>path("items.region")).containsExactly("410300", "410200");

        Response second = PROVINCE.request()
                .urlEncodingEnabled(false)
                .get(first.header("Link").replaceAll("<(.*)>.*", "$1"));

        assertThat(second.<List<String>>path("items.region")).containsExactly("410100");
        assertThat(second.jsonPath().getMap("")).doesNotContainKey("next");
    }
}
