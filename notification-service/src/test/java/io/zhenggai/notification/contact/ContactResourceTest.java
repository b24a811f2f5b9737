package io.zhenggai.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.zhenggai.notification.testsupport.OnRealServers;
import io.zhenggai.notification.testsupport.Stage;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealServers
class ContactResourceTest {

    private static final String CONTACTS = "/api/v1/contacts";

    @Inject
    Stage stage;

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void isNamedReadChangedAndRemoved() {
        String location = post("province", contact("410100", "CONTACT"))
                .statusCode(201)
                .header("ETag", "\"1.2021-10-19\"")
                .body("region", equalTo("410100"))
                .body("regionName", equalTo("郑州市"))
                .body("email", equalTo("zhang@offices.example"))
                .body("changedBy", startsWith("省工改办"))
                .extract()
                .header("Location");
        stage.as("province")
                .get(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"1.2021-10-19\"")
                .body("name", equalTo("张联络"));
        stage.as("province")
                .header("If-None-Match", "\"1.2021-10-19\"")
                .get(location)
                .then()
                .statusCode(304);

        Map<String, Object> changed = contact("410100", "CONTACT");
        changed.put("email", "li@offices.example");
        stage.as("office:410100")
                .header("If-Match", "\"1.2021-10-19\"")
                .body(changed)
                .put(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"2.2021-10-19\"")
                .body("email", equalTo("li@offices.example"));

        stage.as("province").header("If-Match", "\"2\"").delete(location).then().statusCode(204);
        stage.as("province").get(location).then().statusCode(404);
        assertThat(stage.text("""
                select string_agg(concat_ws(' ', sequence, action, entry::jsonb ->> 'version', entry::jsonb ->> 'role', region,
                                            entry::jsonb -> 'changes' -> 'email' ->> 'from' like 'hmac-sha256:%',
                                            entry::jsonb -> 'changes' -> 'email' ->> 'to' like 'hmac-sha256:%'), ', ' order by sequence)
                from history_entry where aggregate_id = '""" + location.substring(location.lastIndexOf('/') + 1) + "'"))
                .isEqualTo("1 NAME 1 province 410100 t, 2 CHANGE 2 office 410100 t t, 3 REMOVE 3 province 410100 t");
        assertThat(
                        stage.number(
                                "select count(*) from history_entry where entry like '%offices.example%' or entry like '%张联络%'"))
                .isZero();
    }

    @Test
    void changeNeedsTheVersionThatIsStored() {
        String id = stage.nameContact("410100");
        Map<String, Object> same = contact("410100", "CONTACT");

        stage.as("province").body(same).put(CONTACTS + "/" + id).then().statusCode(428);
        stage.as("province")
                .header("If-Match", "\"2\"")
                .body(same)
                .put(CONTACTS + "/" + id)
                .then()
                .statusCode(412);
        stage.as("province").delete(CONTACTS + "/" + id).then().statusCode(428);
        stage.as("province")
                .header("If-Match", "\"0\"")
                .delete(CONTACTS + "/" + id)
                .then()
                .statusCode(412);
        assertThat(stage.number("select version from contact")).isEqualTo(1);
    }

    @Test
    void onePostHasOneHolder() {
        post("province", contact("410100", "CONTACT")).statusCode(201);
        Map<String, Object> another = contact("410100", "CONTACT");
        another.put("email", "li@offices.example");

        post("office:410100", another)
                .statusCode(409)
                .body("type", startsWith("https://zhenggai.io/problems/conflict"));
        another.put("unit", "住建局");
        post("office:410100", another).statusCode(201);
        another.put("unit", " 住建局 ");
        post("office:410100", another).statusCode(409);
        assertThat(stage.number("select count(*) from contact")).isEqualTo(2);
    }

    @Test
    void regionUnitAndPostStay() {
        String id = stage.nameContact("410100");

        stage.as("province")
                .header("If-Match", "\"1\"")
                .body(contact("410100", "HEAD"))
                .put(CONTACTS + "/" + id)
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("post"));
    }

    @ParameterizedTest
    @CsvSource({"410181", "410100"})
    void officeNamesWhomItLikesInItsRegionAndBelow(String region) {
        post("office:410100", contact(region, "CONTACT")).statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"410200", "410000", "410323", "999999", "000000", "419001"})
    void foreignRegionReadsLikeAnUnknownOne(String region) {
        String unknown = post("office:410100", contact("410199", "CONTACT"))
                .statusCode(422)
                .extract()
                .path("violations[0].message");

        post("office:410100", contact(region, "CONTACT"))
                .statusCode(422)
                .body("violations[0].field", equalTo("region"))
                .body("violations[0].message", equalTo(unknown));
        assertThat(stage.number("select count(*) from contact")).isZero();
    }

    @Test
    void anotherRegionsContactIsNotThere() {
        String id = stage.nameContact("410200");
        String path = CONTACTS + "/" + id;

        stage.as("office:410100").get(path).then().statusCode(404);
        stage.as("office:410100").header("If-Match", "*").delete(path).then().statusCode(404);
        stage.as("office:410100")
                .header("If-Match", "*")
                .body(contact("410200", "CONTACT"))
                .put(path)
                .then()
                .statusCode(404);
        JsonPath list = stage.ask("office:410100", CONTACTS + "?total=true");
        assertThat(list.getList("items")).isEmpty();
        assertThat(list.getLong("total")).isZero();
        assertThat(stage.ask("office:410100", CONTACTS + "?region=410200").getList("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"county:410181", "department:410100:住建局", "leader", "auditor", "system:complaints"})
    void nobodyElseReadsOrNamesContacts(String account) {
        stage.nameContact("410181");

        stage.as(account).get(CONTACTS).then().statusCode(403);
        post(account, contact("410181", "HEAD")).statusCode(403);
        RestAssured.get(CONTACTS).then().statusCode(401);
    }

    @Test
    void indicatorLeadIsNamedForACityItself() {
        post("province", contact("410100", "INDICATOR_LEAD")).statusCode(201);
        post("province", contact("410181", "INDICATOR_LEAD")).statusCode(422);
        post("province", contact("410000", "INDICATOR_LEAD")).statusCode(422);
        Map<String, Object> ofUnit = contact("410200", "INDICATOR_LEAD");
        ofUnit.put("unit", "住建局");
        post("province", ofUnit).statusCode(422).body("violations[0].field", equalTo("post"));
    }

    @ParameterizedTest
    @CsvSource({
        "email, 'zhang@offices.example\r\nBcc: li@offices.example'",
        "email, '张三 <zhang@offices.example>'",
        "email, 'zhang@offices.example,li@offices.example'",
        "email, ''",
        "email, zhang",
        "name, ''",
        "name, '  '",
        "name, '张\n三'",
        "unit, '住建\r\n局'",
        "region, 4101",
        "region, 郑州市",
        "post, contact",
        "post, CHIEF",
        "nickname, 小张",
    })
    void refusesWhatIsNotOfItsForm(String field, String value) {
        Map<String, Object> contact = contact("410100", "CONTACT");
        contact.put(field, value);

        post("province", contact).statusCode(400).body("violations.field", hasItem(field));
        assertThat(stage.number("select count(*) from contact")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"region", "post", "name", "email"})
    void refusesWhatIsMissing(String field) {
        Map<String, Object> contact = contact("410100", "CONTACT");
        contact.remove(field);

        post("province", contact).statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void saysItInTheLanguageAskedFor() {
        Map<String, Object> contact = contact("410100", "CONTACT");
        contact.put("email", "zhang");

        assertThat(post("province", contact).extract().<String>path("violations[0].message"))
                .contains("须为一个邮箱地址");
        assertThat(stage.as("province")
                        .header("Accept-Language", "en")
                        .body(contact)
                        .post(CONTACTS)
                        .then()
                        .extract()
                        .<String>path("violations[0].message"))
                .contains("one plain address");
    }

    @Test
    void listsPageByPageInTheOrderOfRegionsUnitsAndPosts() {
        List<String> expected = new ArrayList<>();
        for (String region : List.of("410000", "410100", "410181", "410200")) {
            for (String post : List.of("CONTACT", "HEAD")) {
                stage.name(region, post, "a-" + region + "@offices.example");
                expected.add(region + post);
            }
        }
        List<String> found = new ArrayList<>();
        String query = CONTACTS + "?limit=3&total=true";
        String next = query;
        while (next != null) {
            JsonPath page = stage.ask("province", next);
            assertThat(page.getLong("total")).isEqualTo(8);
            List<Map<String, Object>> items = page.getList("items");
            items.forEach(item -> found.add("" + item.get("region") + item.get("post")));
            next = page.getString("next") == null ? null : query + "&cursor=" + page.getString("next");
        }

        assertThat(found).containsExactlyElementsOf(expected);
        assertThat(stage.ask("province", CONTACTS + "?post=HEAD&region=410181").getList("items"))
                .hasSize(1);
        assertThat(stage.ask("office:410100", CONTACTS).getList("items.region"))
                .containsExactly("410100", "410100", "410181", "410181");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=x", "cursor=AAAA", "limit=0", "limit=201", "post=BOSS", "region=1", "name=x"})
    void refusesQuestionsThatAreNone(String query) {
        stage.as("province").get(CONTACTS + "?" + query).then().statusCode(400);
    }

    @Test
    void chineseDomainIsShownAsItWasGiven() {
        Map<String, Object> contact = contact("410100", "CONTACT");
        contact.put("email", "Zhang@例子.中国");

        post("province", contact).statusCode(201).body("email", equalTo("zhang@例子.中国"));
    }

    private ValidatableResponse post(String account, Map<String, Object> contact) {
        return stage.as(account).body(contact).post(CONTACTS).then();
    }

    private static Map<String, Object> contact(String region, String post) {
        return new HashMap<>(Map.of("region", region, "post", post, "name", "张联络", "email", "zhang@offices.example"));
    }
}
