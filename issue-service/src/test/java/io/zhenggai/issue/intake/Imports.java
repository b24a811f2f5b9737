package io.zhenggai.issue.intake;

import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.OtherServices.CAMPAIGN_2021;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Files that are imported, and what is known of them. */
final class Imports {

    static final String HEADER = "序号,问题来源,来源文号,来源条目号,来源日期,所属地区,问题描述,问题类别,严重程度";

    /** Sends the media type as it is given; by itself REST Assured adds ISO-8859-1. */
    static final RestAssuredConfig AS_GIVEN = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private Imports() {}

    static Response importing(String account, String csv) {
        return importing(account, csv, "");
    }

    static Response importing(String account, String csv, String parameters) {
        return as(account)
                .config(AS_GIVEN)
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/issue-imports?campaignId=" + CAMPAIGN_2021 + parameters);
    }

    static Response send(String account, String type, byte[] csv) {
        return as(account)
                .config(AS_GIVEN)
                .contentType(type)
                .body(csv)
                .post("/api/v1/issue-imports?campaignId=" + CAMPAIGN_2021);
    }

    static int total(String city) {
        return as("province")
                .get("/api/v1/issues?limit=1&total=true&city=" + city)
                .path("total");
    }

    static String ledger(String... rows) {
        return "2021年问题台账\r\n" + HEADER + "\r\n" + Arrays.stream(rows).collect(Collectors.joining("\r\n")) + "\r\n";
    }

    static String scorecard(String document, int item, String region) {
        return item + ",成绩单," + document + "," + item + ",2021-10-18," + region + ",施工许可核发超时,时间,一般";
    }
}
