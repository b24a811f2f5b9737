package io.zhenggai.kit.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.encryption.EncryptedColumn;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.history.Aggregate;
import io.zhenggai.kit.history.Deed;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.json.FieldChanges;
import io.zhenggai.kit.personal.PersonalDataReads;
import io.zhenggai.kit.testsupport.OnRealServers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What auditors are shown of this service's record. */
@QuarkusTest
@OnRealServers
class AuditResourceTest {

    private static final String ROOT = "/api/v1/audit/service-kit";

    /** The last moment of 20 October in Asia/Shanghai. */
    private static final Instant LATE_IN_THE_EVENING = Instant.parse("2021-10-20T15:59:59.999Z");

    @Inject
    History history;

    @Inject
    PersonalDataReads reads;

    @Inject
    SealingService sealing;

    private final UUID thing = UUID.randomUUID();
    private final String person = UUID.randomUUID().toString();

    @Test
    void anEntryShowsAllThatIsOnRecord() {
        history.add(deed(new Aggregate("thing", thing, "410100", "410181"), "ASSIGN", LATE_IN_THE_EVENING));

        get("auditor", "?aggregateId=" + thing)
                .body("items.size()", equalTo(1))
                .body("items[0].aggregateType", equalTo("thing"))
                .body("items[0].aggregateCity", equalTo("410100"))
                .body("items[0].aggregateRegion", equalTo("410181"))
                .body("items[0].sequence", equalTo(1))
                .body("items[0].version", equalTo(3))
                .body("items[0].at", equalTo("2021-10-20T15:59:59.999Z"))
                .body("items[0].action", equalTo("ASSIGN"))
                .body("items[0].person", equalTo(person))
                .body("items[0].name", equalTo("张三"))
                .body("items[0].role", equalTo("office"))
                .body("items[0].region", equalTo("410100"))
                .body("items[0].unit", equalTo("市工改办"))
                .body("items[0].channel", equalTo("API"))
                .body("items[0].changes.status.to", equalTo("ASSIGNED"))
                .body("items[0].hash", matchesRegex("[0-9a-f]{64}"))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "auditor,             true,  true,  true",
        "auditor:410100,      true,  true,  false",
        "auditor:410181,      false, true,  false",
        "auditor:410200,      false, false, false"
    })
    void anAuditorSeesWhatBelongsToTheRegionAndBelow(String account, boolean city, boolean county, boolean province) {
        UUID ofCity = UUID.randomUUID();
        UUID ofCounty = UUID.randomUUID();
        UUID ofProvince = UUID.randomUUID();
        history.add(List.of(
                deed(Aggregate.of("thing", ofCity, "410100"), "ASSIGN", LATE_IN_THE_EVENING),
                deed(new Aggregate("thing", ofCounty, "410100", "410181"), "ASSIGN", LATE_IN_THE_EVENING),
                deed(Aggregate.ofProvince("thing", ofProvince), "ASSIGN", LATE_IN_THE_EVENING)));
        List<String> expected = new ArrayList<>();
        if (province) {
            expected.add(ofProvince.toString());
        }
        if (county) {
            expected.add(ofCounty.toString());
        }
        if (city) {
            expected.add(ofCity.toString());
        }

        ValidatableResponse answer = get(account, "?total=true&person=" + person);

        answer.body("items.aggregateId", equalTo(expected)).body("total", equalTo(expected.size()));
    }

    @ParameterizedTest
    @CsvSource({
        "'aggregateType=thing',          ASSIGN RETURN",
        "'aggregateType=other',          ''",
        "'action=RETURN',                RETURN",
        "'from=2021-10-21',              RETURN",
        "'to=2021-10-20',                ASSIGN",
        "'from=2021-10-20&to=2021-10-20',ASSIGN",
        "'from=2021-10-22',              ''"
    })
    void theListIsNarrowed(String filter, String expected) {
        Aggregate aggregate = Aggregate.of("thing", thing, "410100");
        history.add(deed(aggregate, "ASSIGN", LATE_IN_THE_EVENING));
        history.add(deed(aggregate, "RETURN", LATE_IN_THE_EVENING.plusMillis(1)));

        List<String> actions =
                get("auditor", "?aggregateId=" + thing + "&" + filter).extract().path("items.action");

        assertThat(actions).containsExactlyInAnyOrder(expected.isEmpty() ? new String[0] : expected.split(" "));
    }

    @Test
    void pagesGoFromTheNewestToTheOldest() {
        Aggregate aggregate = Aggregate.of("thing", thing, "410100");
        for (String action : List.of("A", "B", "C")) {
            history.add(deed(aggregate, action, LATE_IN_THE_EVENING));
        }

        String first = "?limit=2&aggregateId=" + thing;
        String next = get("auditor", first)
                .body("items.action", contains("C", "B"))
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .path("next");
        get("auditor", first + "&cursor=" + next)
                .body("items.action", contains("A"))
                .body("next", nullValue());
        as("auditor:410100")
                .get(ROOT + first + "&cursor=" + next)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("cursor"));
    }

    @Test
    void readingsOfPersonalDataAreShownByTheReadersRegion() {
        UUID owner = UUID.randomUUID();
        Caller reader = new Caller(person, "李四", Role.COUNTY, "410181", Optional.empty(), Set.of());
        reads.note(reader, EncryptedColumn.of("letter", "words"), List.of(owner, thing));

        for (String account : List.of("auditor", "auditor:410100", "auditor:410181")) {
            get(account, "/personal-data-reads?owner=" + owner + "&person=" + person)
                    .body("items.size()", equalTo(1))
                    .body("items[0].name", equalTo("李四"))
                    .body("items[0].data", equalTo("letter.words"))
                    .body("items[0].owners", contains(owner.toString(), thing.toString()))
                    .body("items[0].hash", matchesRegex("[0-9a-f]{64}"));
        }
        get("auditor:410200", "/personal-data-reads?owner=" + owner).body("items", empty());
        get("auditor", "/personal-data-reads?owner=" + UUID.randomUUID()).body("items", empty());
    }

    @Test
    void sealsAreShownToBeKeptElsewhere() {
        history.add(deed(Aggregate.of("thing", thing, "410100"), "ASSIGN", LATE_IN_THE_EVENING));
        sealing.seal(Duration.ZERO);

        get("auditor:410200", "/seals?limit=1&total=true")
                .body("items[0].number", notNullValue())
                .body("items[0].heads", notNullValue())
                .body("items[0].at", matchesRegex("20.*Z"))
                .body("items[0].hash", matchesRegex("[0-9a-f]{64}"))
                .body("total", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/personal-data-reads", "/seals"})
    void nobodyButAuditorsLooks(String path) {
        for (String account : List.of(
                "province",
                "office:410100",
                "indicator-lead:410100:发改委",
                "county:410181",
                "department:410100:住建局",
                "member-unit:省自然资源厅",
                "leader",
                "system:operations")) {
            as(account).get(ROOT + path).then().statusCode(403);
        }
        given().get(ROOT + path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/audit/issue-service",
                "/api/v1/audit/SERVICE-KIT/seals",
                "/api/v1/audit/x/personal-data-reads"
            })
    void eachServiceAnswersForItself(String path) {
        as("auditor").get(path).then().statusCode(404).body("detail", containsString("服务"));
    }

    @ParameterizedTest
    @CsvSource({
        "'?aggregateId=1', aggregateId",
        "'?from=2021-13-01', from",
        "'?to=yesterday', to",
        "'?limit=201', limit",
        "'?cursor=x', cursor",
        "'?aggregatetype=thing', aggregatetype",
        "'?aggregateType=Thing', aggregateType",
        "'?action=return', action",
        "'?person=%00', person",
        "'/seals?from=2021-10-20', from",
        "'/personal-data-reads?owner=me', owner"
    })
    void aParameterThatIsNoneIsNamed(String question, String field) {
        as("auditor").get(ROOT + question).then().statusCode(400).body("violations.field", contains(field));
    }

    private static ValidatableResponse get(String account, String path) {
        return as(account).get(ROOT + path).then().statusCode(200);
    }

    private static RequestSpecification as(String account) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Infrastructure.current().token(account));
    }

    private Deed deed(Aggregate aggregate, String action, Instant at) {
        Caller office = new Caller(person, "张三", Role.OFFICE, "410100", Optional.of("市工改办"), Set.of());
        return new Deed(
                aggregate,
                3,
                action,
                Act.of(office, at),
                FieldChanges.between(Map.of("status", "REGISTERED"), Map.of("status", "ASSIGNED")));
    }
}
