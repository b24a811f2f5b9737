package io.zhenggai.kit.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.testsupport.OnRealServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealServers
class QueryFilterTest {

    private static final String EMPTY = "不能为空；不需要时请去掉该参数";
    private static final String NUMBER = "须为整数，且不超出取值范围";

    @Test
    void takesWhatTheOperationKnows() {
        get("?colour=RED&id=01920000-0000-7000-8000-000000002021&from=2021-10-31&since=2021-10-31T01:00:00Z"
                        + "&limit=5&total=true&region=%E9%83%91%E5%B7%9E&name=a&name=b")
                .statusCode(200)
                .body("colour", equalTo("RED"))
                .body("from", equalTo("2021-10-31"))
                .body("limit", equalTo(5))
                .body("total", equalTo(true))
                .body("region", equalTo("郑州"))
                .body("names", contains("a", "b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?colour=red | colour | 须为以下取值之一：RED, GREEN",
                "?colour= | colour | " + EMPTY,
                "?id=1 | id | 须为 UUID 格式的标识",
                "?id=1-1-1-1-1 | id | 须为 UUID 格式的标识",
                "?from=31.10.2021 | from | 须为日期，例如 2021-10-31",
                "?from=%2B999999999-01-01 | from | 须为日期，例如 2021-10-31",
                "?from=2200-01-01 | from | 年份须在 1900 至 2199 之间",
                "?since=2021-10-31 | since | 须为带时区的时间，例如 2021-10-31T01:00:00Z",
                "?limit=abc | limit | " + NUMBER,
                "?limit=1.0 | limit | " + NUMBER,
                "?limit=2147483648 | limit | " + NUMBER,
                "?limit= | limit | " + EMPTY,
                "?limit | limit | " + EMPTY,
                "?limit=1&limit=2 | limit | 只能出现一次",
                "?total=yes | total | 须为 true 或 false",
                "?region=41%00 | region | 含有无法使用的字符",
                "?region=%ED%A0%80 | region | 含有无法使用的字符",
                "?region=%FF | region | 含有无法使用的字符",
                "?name=a&name=b%00 | name | 含有无法使用的字符",
                "?coulour=RED | coulour | 不认识的查询参数，可用的有：colour, from, id, limit, name, region, since, total",
                "?Colour=RED | Colour | 不认识的查询参数，可用的有：colour, from, id, limit, name, region, since, total",
                "/01920000-0000-7000-8000-000000002021?x=1 | x | 此处不接受查询参数",
            })
    void namesTheParameterAndTheRule(String address, String field, String message) {
        get(address)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations", hasSize(1))
                .body("violations[0].field", equalTo(field))
                .body("violations[0].message", equalTo(message));
    }

    @Test
    void namesAllThatAreWrongInTheOrderOfTheirNames() {
        get("?total=1&limit=x&a=b").statusCode(400).body("violations.field", contains("a", "limit", "total"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/1", "/%00", "/01920000-0000-7000-8000-000000002021/more", "/%E9%83%91"})
    void anAddressThatNamesNothingIsNotThere(String address) {
        get(address).statusCode(404).contentType("application/problem+json").body("title", equalTo("未找到"));
    }

    @Test
    void whoMayNotAskLearnsNothingOfTheRules() {
        given().get("/api/v1/probes/guarded?limit=x").then().statusCode(401);
        given().auth()
                .oauth2(Infrastructure.current().token("office:410100"))
                .get("/api/v1/probes/guarded?limit=x")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Infrastructure.current().token("province"))
                .get("/api/v1/probes/guarded?limit=x")
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse get(String address) {
        return given().urlEncodingEnabled(false).get("/api/v1/probes" + address).then();
    }
}
