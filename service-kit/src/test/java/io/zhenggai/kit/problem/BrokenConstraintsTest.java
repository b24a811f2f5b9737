package io.zhenggai.kit.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.zhenggai.kit.testsupport.OnRealServers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealServers
class BrokenConstraintsTest {

    private static final String BODY = """
            {"text": "六个字的文本", "region": "郑州", "names": ["一"], "parts": [{"names": ["二", "六个字的文本"]}]}
            """;

    @Test
    void areSaidInChineseWhereNothingElseIsAskedFor() {
        post(Map.of())
                .body("title", equalTo("请求内容有误"))
                .body("violations.field", contains("parts[0].names[1]", "region", "text"))
                .body("violations.message", contains("不能超过 5 个字", "须为六位行政区划代码，例如 410100", "不能超过 5 个字"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en|en", "en-GB,zh;q=0.8|en", "zh-CN,en;q=0.9|zh", "zh-TW|zh", "fr|zh", "*|zh", ";;;q=,|zh"})
    void areSaidInTheLanguageOfTheWholeAnswer(String accepted, String language) {
        boolean english = language.equals("en");
        post(Map.of("Accept-Language", accepted))
                .body("title", equalTo(english ? "The request is not valid" : "请求内容有误"))
                .body("violations[2].message", equalTo(english ? "must have at most 5 characters" : "不能超过 5 个字"));
    }

    @Test
    void aMissingBodyIsSaid() {
        given().contentType(ContentType.JSON)
                .post("/api/v1/probes")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("body"))
                .body("violations[0].message", equalTo("必须填写"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken-promise", "own-rule"})
    void whatIsOurOwnFaultIsNotBlamedOnTheCaller(String operation) {
        given().get("/api/v1/probes/" + operation)
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("violations", nullValue())
                .body("detail", equalTo(ProblemType.INTERNAL.advice().zh()));
    }

    @Test
    void aParameterIsNamedAsTheCallerWroteIt() {
        given().get("/api/v1/probes?limit=201")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("limit"))
                .body("violations[0].message", equalTo("不能大于 200"));
    }

    private static ValidatableResponse post(Map<String, String> headers) {
        return given().headers(headers)
                .contentType(ContentType.JSON)
                .body(BODY)
                .post("/api/v1/probes")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }
}
