package io.zhenggai.kit.json;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.zhenggai.kit.testsupport.OnRealServers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealServers
class StrictJsonTest {

    private static final String TEXT = "须为文本（带引号的字符串）";
    private static final String NOT_STORABLE = "含有无法保存的字符（U+0000 或不完整的字符）";
    private static final String NUMBER = "须为整数，且不超出取值范围";
    private static final String BOOLEAN = "须为 true 或 false";
    private static final String COLOUR = "须为以下取值之一：RED, GREEN";
    private static final String DATE = "须为日期，例如 2021-10-31";
    private static final String MOMENT = "须为带时区的时间，例如 2021-10-31T01:00:00Z";
    private static final String YEARS = "年份须在 1900 至 2199 之间";
    private static final String ID = "须为 UUID 格式的标识";

    @Test
    void readsWhatIsWellFormed() {
        post("""
                {"text": "施工", "number": 3, "large": 5000000000, "flag": true, "colour": "RED", "date": "2021-10-31",
                 "moment": "2021-10-31T09:00:00+08:00", "id": "01920000-0000-7000-8000-000000002021", "region": null,
                 "names": ["一", null], "parts": [{"date": "1900-01-01"}, {"date": "2199-12-31"}]}
                """)
                .statusCode(200)
                .body("moment", equalTo("2021-10-31T01:00:00Z"))
                .body("parts[1].date", equalTo("2199-12-31"));
    }

    @Test
    void textsAreNormalised() {
        post("{\"text\": \"e\u0301\"}").statusCode(200).body("text", equalTo("é"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'text': 1} | text | " + TEXT,
                "{'text': true} | text | " + TEXT,
                "{'text': 1.5} | text | " + TEXT,
                "{'text': {}} | text | " + TEXT,
                "{'text': ['a']} | text | " + TEXT,
                "{'text': 'a\\u0000b'} | text | " + NOT_STORABLE,
                "{'text': 'a\\ud842'} | text | " + NOT_STORABLE,
                "{'parts': [{}, {'names': ['a', 1]}]} | parts[1].names[1] | " + TEXT,
                "{'number': '3'} | number | " + NUMBER,
                "{'number': 3.0} | number | " + NUMBER,
                "{'number': 3.5} | number | " + NUMBER,
                "{'number': ''} | number | " + NUMBER,
                "{'number': true} | number | " + NUMBER,
                "{'number': 2147483648} | number | " + NUMBER,
                "{'parts': [{'large': 9223372036854775808}]} | parts[0].large | " + NUMBER,
                "{'large': 1e400000000} | large | " + NUMBER,
                "{'flag': 'true'} | flag | " + BOOLEAN,
                "{'flag': 1} | flag | " + BOOLEAN,
                "{'flag': ''} | flag | " + BOOLEAN,
                "{'colour': 0} | colour | " + COLOUR,
                "{'colour': '0'} | colour | " + COLOUR,
                "{'colour': ''} | colour | " + COLOUR,
                "{'colour': ' '} | colour | " + COLOUR,
                "{'colour': 'red'} | colour | " + COLOUR,
                "{'colour': 'BLUE'} | colour | " + COLOUR,
                "{'colour': true} | colour | " + COLOUR,
                "{'parts': [{'colour': 'BLUE'}]} | parts[0].colour | " + COLOUR,
                "{'date': ''} | date | " + DATE,
                "{'date': 20211031} | date | " + DATE,
                "{'date': [2021, 10, 31]} | date | " + DATE,
                "{'date': '2021-10-31T00:00:00Z'} | date | " + DATE,
                "{'date': '2021-02-29'} | date | " + DATE,
                "{'date': '2021-1-1'} | date | " + DATE,
                "{'date': '+999999999-01-01'} | date | " + DATE,
                "{'date': '1899-12-31'} | date | " + YEARS,
                "{'date': '2200-01-01'} | date | " + YEARS,
                "{'moment': '2021-10-31'} | moment | " + MOMENT,
                "{'moment': '2021-10-31T09:00:00'} | moment | " + MOMENT,
                "{'moment': 1635642000} | moment | " + MOMENT,
                "{'moment': '9999-10-31T09:00:00Z'} | moment | " + YEARS,
                "{'id': ''} | id | " + ID,
                "{'id': '1-1-1-1-1'} | id | " + ID,
                "{'id': 'AZIAAAAAcACAAAAAAAAgIQ=='} | id | " + ID,
                "{'names': 'a'} | names | 须为数组",
                "{'names': ''} | names | 须为数组",
                "{'parts': [1]} | parts[0] | 须为 JSON 对象",
                "{'parts': ['']} | parts[0] | 须为 JSON 对象",
                "{'txet': 'a'} | txet | 不认识的字段",
                "{'parts': [{'a': {}}]} | parts[0].a | 不认识的字段",
                "{'text': 'a', 'text': 'b'} | text | 字段重复",
                "{'parts': [{'text': 'a', 'text': 'b'}]} | parts[0].text | 字段重复",
            })
    void namesTheFieldAndTheRule(String body, String field, String message) {
        post(body.replace('\'', '"'))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations", hasSize(1))
                .body("violations[0].field", equalTo(field))
                .body("violations[0].message", equalTo(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "[]",
                "1",
                "\"\"",
                "nul",
                "{'text': 'a'} {}",
                "{'text': 'a'}]",
                "{'text': 'a',}",
                "{text: 1}",
                "{'text': 'a\u0001'}",
                "{'text': 'a\0'}",
                "{'text': NaN}",
                "// {}",
                "\0\0\0{"
            })
    void saysThatOtherThingsAreNotTheJsonExpected(String body) {
        post(body.replace('\'', '"')).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void saysWhere() {
        post("{\"text\": \"a\"} {}").body("detail", containsString("1:15"));
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        post("{\"parts\": [".repeat(50) + "]}".repeat(50))
                .statusCode(400)
                .body("detail", equalTo("请求内容嵌套过深，或名称、数字过长。"));
    }

    @Test
    void refusesAnotherEncoding() {
        byte[] body = "{\"text\": \"郑州\"}".getBytes(Charset.forName("GBK"));
        send(body).statusCode(400).body("detail", containsString("UTF-8"));
    }

    @Test
    void refusesBytesThatAreNoText() {
        send(new byte[] {0, 0, 0, 0x7B, 1, 2, 3, 4, 5}).statusCode(400);
        send(new byte[] {(byte) 0xFE, (byte) 0xFF, 0, 0x7B, 1}).statusCode(400);
    }

    @Test
    void speaksEnglishToo() {
        given().header("Accept-Language", "en")
                .contentType(ContentType.JSON)
                .body("{\"colour\": \"BLUE\"}")
                .post("/api/v1/probes")
                .then()
                .statusCode(400)
                .body("violations[0].message", equalTo("must be one of RED, GREEN"));
    }

    private static ValidatableResponse post(String body) {
        return send(body.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse send(byte[] body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/probes")
                .then();
    }
}
