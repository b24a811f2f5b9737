package io.zhenggai.issue.evidence;

import static io.restassured.RestAssured.given;
import static io.zhenggai.issue.testsupport.Api.ASSIGNMENT;
import static io.zhenggai.issue.testsupport.Api.CAUSE;
import static io.zhenggai.issue.testsupport.Api.CLOSE_OUT;
import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.addEvidence;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.registerOwnFinding;
import static io.zhenggai.issue.testsupport.Api.upload;
import static io.zhenggai.issue.testsupport.Api.withEvidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.issue.object.KeptObject;
import io.zhenggai.issue.object.ObjectKey;
import io.zhenggai.issue.object.ObjectStore;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealServers
class EvidenceResourceTest {

    private static final String OFFICE = "office:410700";
    private static final int MEBIBYTE = 1024 * 1024;

    @TestHTTPResource
    URL service;

    @Inject
    BusinessClock clock;

    @Inject
    ObjectStore objects;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void isStoredWithItsDigestAndMovesTheIssueOn() {
        Response issue = inRectification("410700");
        String id = issue.path("id");

        Response added = upload(OFFICE, id, issue.header("ETag"), "整改 情况.pdf", "application/pdf", pdf(8));

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.header("ETag")).isEqualTo("\"5.2021-10-20\"");
        String location = added.header("Location");
        assertThat(location).endsWith(ISSUES + id + "/evidence/" + added.path("id"));
        added.then()
                .body("issueId", equalTo(id))
                .body("fileName", equalTo("整改 情况.pdf"))
                .body("mediaType", equalTo("application/pdf"))
                .body("bytes", equalTo(8))
                .body("sha256", equalTo("86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b"))
                .body("addedAt", equalTo("2021-10-20T01:00:00Z"))
                .body("addedBy", equalTo("新乡市工改办经办人一"));
        as(OFFICE).get(ISSUES + id).then().body("evidenceCount", equalTo(1)).body("version", equalTo(5));
        act(OFFICE, id, added.header("ETag"), "close-out-requests", CLOSE_OUT)
                .then()
                .statusCode(200);
    }

    @Test
    void isListedAndReadByWhoSeesTheIssue() {
        Response issue = withEvidence("410700");
        String address = ISSUES + issue.path("ledgerNumber") + "/evidence";

        for (String account : new String[] {OFFICE, "province", "leader:410700", "auditor"}) {
            as(account).get(address).then().statusCode(200).body("items", hasSize(1));
        }
        String id = as(OFFICE).get(address).path("items[0].id");
        Response file = as("leader").get(address + "/" + id);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.asString()).isEqualTo("已整改到位");
        assertThat(file.contentType()).startsWith("text/plain");
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"__.txt\"; filename*=UTF-8''%E8%AF%B4%E6%98%8E.txt");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy")).isEqualTo("sandbox");
        assertThat(file.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(file.header("Vary")).contains("Authorization");
        as(OFFICE)
                .header("If-None-Match", file.header("ETag"))
                .get(address + "/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    void isReadInParts() {
        Response issue = inRectification("410700");
        String id = issue.path("id");
        Response added =
                upload(OFFICE, id, "*", "a.txt", "text/plain", "0123456789".getBytes(StandardCharsets.US_ASCII));
        String address = ISSUES + id + "/evidence/" + added.path("id");
        Response whole = as(OFFICE).get(address);
        assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(whole.header("Content-Length")).isEqualTo("10");

        Response part = as(OFFICE)
                .header("Range", "bytes=3-")
                .header("If-Range", whole.header("ETag"))
                .get(address);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.asString()).isEqualTo("3456789");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 3-9/10");
        assertThat(part.header("Content-Length")).isEqualTo("7");
        assertThat(part.header("ETag")).isEqualTo(whole.header("ETag"));
        assertThat(part.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(part.header("Content-Disposition")).startsWith("attachment");

        Response behind = as(OFFICE).header("Range", "bytes=10-").get(address);
        assertThat(behind.statusCode()).isEqualTo(416);
        assertThat(behind.header("Content-Range")).isEqualTo("bytes */10");
        behind.then().body("type", equalTo("https://zhenggai.io/problems/range-not-satisfiable"));

        as(OFFICE)
                .header("Range", "bytes=3-")
                .header("If-Range", "\"another\"")
                .get(address)
                .then()
                .statusCode(200)
                .body(equalTo("0123456789"));
        as(OFFICE)
                .header("Range", "bytes=0-1")
                .header("If-None-Match", whole.header("ETag"))
                .get(address)
                .then()
                .statusCode(304);
    }

    @Test
    void whatIsRefusedLeavesNoFileBehind() {
        Response issue = registerOwnFinding(OFFICE, "410700");
        List<ObjectKey> before = keys();

        addEvidence(OFFICE, issue.path("id"), issue.header("ETag")).then().statusCode(409);
        upload(OFFICE, issue.path("id"), "*", "a.pdf", "application/pdf", new byte[] {1})
                .then()
                .statusCode(422);

        assertThat(keys()).isEqualTo(before);
    }

    @Test
    void whatIsSentTwiceIsKeptOnce() {
        String id = inRectification("410700").path("id");
        List<ObjectKey> before = keys();
        String key = UUID.randomUUID().toString();

        String first = repeated(id, key).path("id");
        String second = repeated(id, key).path("id");

        assertThat(second).isEqualTo(first);
        assertThat(keys()).hasSize(before.size() + 1);
    }

    private Response repeated(String id, String key) {
        return as(OFFICE)
                .header("If-Match", "*")
                .header("Idempotency-Key", key)
                .contentType("text/plain")
                .queryParam("fileName", "a.txt")
                .body("同一份材料")
                .post(ISSUES + id + "/evidence");
    }

    private List<ObjectKey> keys() {
        return objects.list(Optional.empty(), 1000).stream()
                .map(KeptObject::key)
                .toList();
    }

    @Test
    void anotherRegionsEvidenceIsNotThere() {
        Response issue = withEvidence("410700");
        String address = ISSUES + issue.path("id") + "/evidence";
        String id = as(OFFICE).get(address).path("items[0].id");
        String other = withEvidence("410800").path("id");

        as("office:410800").get(address).then().statusCode(404);
        as("office:410800").get(address + "/" + id).then().statusCode(404);
        as("office:410800").get(ISSUES + other + "/evidence/" + id).then().statusCode(404);
        addEvidence("office:410800", issue.path("id"), "*").then().statusCode(404);
        as(OFFICE).get(address + "/" + UUID.randomUUID()).then().statusCode(404);
        as(OFFICE).get(address + "/1").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"province", "leader:410700", "auditor", "indicator-lead:410700:发改委", "system:complaints"})
    void onlyWhoHandlesTheIssueAdds(String account) {
        addEvidence(account, inRectification("410700").path("id"), "*").then().statusCode(403);
    }

    @Test
    void theLeadingDepartmentAndTheCountyAdd() {
        Response issue = inRectification("410721");

        addEvidence("county:410721", issue.path("id"), "*").then().statusCode(201);
        addEvidence("department:410700:住建局", issue.path("id"), "*").then().statusCode(201);
        addEvidence("department:410700:政务服务局", issue.path("id"), "*").then().statusCode(404);
    }

    @Test
    void isAddedWhileTheIssueIsRectifiedOnly() {
        Response issue = registerOwnFinding(OFFICE, "410700");

        addEvidence(OFFICE, issue.path("id"), issue.header("ETag"))
                .then()
                .statusCode(409)
                .body(
                        "legalMoves",
                        equalTo(List.of("ASSIGN", "REJECT", "CORRECT", "ADD_SOURCE_ITEM", "SPLIT", "MERGE")));
        as(OFFICE).get(ISSUES + issue.path("id") + "/evidence").then().body("items", hasSize(0));
    }

    @Test
    void needsTheIssuesVersion() {
        Response issue = inRectification("410700");
        String id = issue.path("id");

        as(OFFICE)
                .contentType("text/plain")
                .body("x")
                .post(ISSUES + id + "/evidence?fileName=a.txt")
                .then()
                .statusCode(428);
        addEvidence(OFFICE, id, issue.header("ETag")).then().statusCode(201);
        addEvidence(OFFICE, id, issue.header("ETag")).then().statusCode(412);
        as(OFFICE).get(ISSUES + id + "/evidence").then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt,text/html,x,415,",
        "a.exe,application/octet-stream,x,415,",
        "a.pdf,application/octet-stream,x,422,content",
        "a.html,text/plain,x,422,fileName",
        "a.pdf,application/pdf,x,422,content",
        "a.txt,text/plain,'',422,content",
        "../a.txt,text/plain,x,400,fileName",
        ".txt,text/plain,x,400,fileName",
        "'',text/plain,x,400,fileName"
    })
    void whatIsNoEvidenceIsRefusedAndNotStored(
            String fileName, String mediaType, String content, int status, String field) {
        Response issue = inRectification("410700");

        Response refused =
                upload(OFFICE, issue.path("id"), "*", fileName, mediaType, content.getBytes(StandardCharsets.UTF_8));

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(refused.<String>path("violations?.get(0)?.field")).isEqualTo(field);
        as(OFFICE).get(ISSUES + issue.path("id")).then().body("version", equalTo(4));
    }

    @Test
    void hasUpTo50Mebibytes() {
        Response issue = inRectification("410700");
        String id = issue.path("id");

        upload(OFFICE, id, "*", "a.pdf", "application/pdf", pdf(50 * MEBIBYTE))
                .then()
                .statusCode(201)
                .body("bytes", equalTo(50 * MEBIBYTE));
        upload(OFFICE, id, "*", "a.pdf", "application/pdf", pdf(50 * MEBIBYTE + 1))
                .then()
                .statusCode(413)
                .body("detail", containsString("50 MiB"));
        String stored = as(OFFICE).get(ISSUES + id + "/evidence").path("items[0].id");
        assertThat(as(OFFICE).get(ISSUES + id + "/evidence/" + stored).asByteArray())
                .isEqualTo(pdf(50 * MEBIBYTE));
    }

    @Test
    void aBodyOfUnknownLengthIsReadToTheLimit() throws Exception {
        String id = inRectification("410700").path("id");

        assertThat(sendInChunks(id, pdf(3 * MEBIBYTE)).statusCode()).isEqualTo(201);
        HttpResponse<String> tooLarge = sendInChunks(id, pdf(51 * MEBIBYTE));

        assertThat(tooLarge.statusCode()).isEqualTo(413);
        as(OFFICE).get(ISSUES + id + "/evidence").then().body("items", hasSize(1));
    }

    @Test
    void fiftyPiecesAreEnough() {
        String id = inRectification("410700").path("id");
        for (int piece = 0; piece < 50; piece++) {
            addEvidence(OFFICE, id, "*").then().statusCode(201);
        }

        addEvidence(OFFICE, id, "*").then().statusCode(422).body("violations[0].field", equalTo("evidence"));
        as(OFFICE).get(ISSUES + id + "/evidence").then().body("items", hasSize(50));
    }

    @Test
    void needsAToken() {
        given().get(ISSUES + UUID.randomUUID() + "/evidence").then().statusCode(401);
    }

    private HttpResponse<String> sendInChunks(String id, byte[] content) throws Exception {
        URI address = service.toURI().resolve(ISSUES + id + "/evidence?fileName=a.pdf");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + Infrastructure.current().token(OFFICE))
                .header("If-Match", "*")
                .header("Content-Type", "application/pdf")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content)))
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofString());
    }

    private static Response inRectification(String region) {
        Response issue = registerOwnFinding(OFFICE, region);
        issue = act(OFFICE, issue, "assignments", ASSIGNMENT);
        issue = act(OFFICE, issue, "acknowledgements", "");
        issue = act(OFFICE, issue, "cause-analyses", CAUSE);
        return act(OFFICE, issue, "rectifications", "");
    }

    private static byte[] pdf(int length) {
        byte[] content = Arrays.copyOf("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), length);
        for (int i = 8; i < length; i++) {
            content[i] = (byte) (i * 31);
        }
        return content;
    }
}
