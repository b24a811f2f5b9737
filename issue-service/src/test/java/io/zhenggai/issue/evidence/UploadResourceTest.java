package io.zhenggai.issue.evidence;

import static io.zhenggai.issue.testsupport.Api.ASSIGNMENT;
import static io.zhenggai.issue.testsupport.Api.CAUSE;
import static io.zhenggai.issue.testsupport.Api.CLOSE_OUT;
import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.OPINION;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.registerOwnFinding;
import static io.zhenggai.issue.testsupport.Api.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
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
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnRealServers
class UploadResourceTest {

    private static final String OFFICE = "office:410700";

    @Inject
    BusinessClock clock;

    @Inject
    ObjectStore objects;

    @Inject
    SweepService sweep;

    @Inject
    AgroalDataSource dataSource;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void anUploadBecomesEvidenceOnce() {
        String issue = inRectification().path("id");
        String upload = uploaded(OFFICE, "已整改到位");

        Response attached = attach(OFFICE, issue, Map.of("uploadId", upload));

        assertThat(attached.statusCode()).isEqualTo(200);
        assertThat(attached.header("ETag")).isEqualTo("\"5.2021-10-20\"");
        attached.then().body("items[0].id", equalTo(upload)).body("items[0].issueId", equalTo(issue));
        assertThat(as(OFFICE).get(ISSUES + issue + "/evidence/" + upload).asString())
                .isEqualTo("已整改到位");
        attach(OFFICE, issue, Map.of("uploadId", upload))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("evidence[0].uploadId"));
    }

    /** Until it is used or expires, and by nobody else. */
    @Test
    void anUploadIsReadByWhoHasUploadedIt() {
        String issue = inRectification().path("id");
        Response kept = as(OFFICE)
                .contentType("text/plain")
                .body("已整改到位")
                .queryParam("fileName", "说明.txt")
                .post("/api/v1/uploads");
        kept.then().statusCode(201);
        String location = kept.header("Location");
        String upload = kept.path("id");

        assertThat(location).endsWith("/api/v1/uploads/" + upload);
        as(OFFICE).get(location).then().statusCode(200).body("", equalTo(kept.<Map<String, Object>>path("")));
        as("office:410700:2").get(location).then().statusCode(404);
        as("county:410782").get(location).then().statusCode(404);
        attach(OFFICE, issue, Map.of("uploadId", upload)).then().statusCode(200);
        as(OFFICE).get(location).then().statusCode(404).body("detail", equalTo("未找到该上传文件。"));
    }

    /** Who may not see an issue is told nothing of uploads, whoever's they are. */
    @Test
    void nothingIsAttachedToAnIssueOfOthers() {
        String issue = inRectification().path("id");

        attach("office:410400", issue, Map.of("uploadId", uploaded("office:410400", "别处")))
                .then()
                .statusCode(404);
        attach("office:410400", issue, Map.of("uploadId", UUID.randomUUID().toString()))
                .then()
                .statusCode(404);
    }

    @Test
    void severalAreAttachedEachWithAVersionOfItsOwnOrNone() {
        String issue = inRectification().path("id");
        String first = uploaded(OFFICE, "一");
        String second = uploaded(OFFICE, "二");

        attach(
                        OFFICE,
                        issue,
                        Map.of("uploadId", first),
                        Map.of("uploadId", UUID.randomUUID().toString()))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("evidence[1].uploadId"));
        attach(OFFICE, issue, Map.of("uploadId", first), Map.of("uploadId", first))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("evidence[1].uploadId"));
        attach(OFFICE, issue, Map.of("uploadId", first), Map.of("uploadId", second))
                .then()
                .statusCode(200);

        as(OFFICE).get(ISSUES + issue).then().body("version", equalTo(6)).body("evidenceCount", equalTo(2));
        as(OFFICE)
                .get(ISSUES + issue + "/history")
                .then()
                .body("version", equalTo(List.of(0, 1, 2, 3, 4, 5, 6)))
                .body("[6].changes.evidence.to.id", equalTo(second));
    }

    @Test
    void ofManyAttachingOneUploadOneSucceeds() {
        List<String> issues = IntStream.range(0, 4)
                .mapToObj(i -> inRectification().<String>path("id"))
                .toList();
        String upload = uploaded(OFFICE, "已整改到位");

        List<Integer> answers = issues.stream()
                .map(issue -> CompletableFuture.supplyAsync(
                        () -> attach(OFFICE, issue, Map.of("uploadId", upload)).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(answers).containsExactly(200, 422, 422, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"office:410700:2", "county:410721", "department:410700:住建局"})
    void anotherOnesUploadIsNotThere(String account) {
        String issue = inRectification("410721").path("id");
        String upload = uploaded(account, "不是你的");

        attach(OFFICE, issue, Map.of("uploadId", upload))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("evidence[0].uploadId"));
        attach(account, issue, Map.of("uploadId", upload)).then().statusCode(200);
    }

    @Test
    void afterADayItIsNotThereAnyMore() throws SQLException {
        String issue = inRectification().path("id");
        String upload = uploaded(OFFICE, "过期");
        expire(upload);

        attach(OFFICE, issue, Map.of("uploadId", upload)).then().statusCode(422);

        assertThat(sweep.forgetExpired()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"province", "leader:410700", "auditor", "system:complaints"})
    void whoHandlesNothingUploadsNothing(String account) {
        as(account)
                .contentType("text/plain")
                .body("x")
                .post("/api/v1/uploads?fileName=a.txt")
                .then()
                .statusCode(403);
    }

    @Test
    void beforeAndAfterAreAPair() throws IOException {
        String issue = inRectification().path("id");
        String before = uploaded(OFFICE, "整改前.png", "image/png", png(640, 480));
        String after = uploaded(OFFICE, "整改后.png", "image/png", png(640, 480));
        String second = uploaded(OFFICE, "又一张");

        attach(
                        OFFICE,
                        issue,
                        Map.of("uploadId", before, "moment", "BEFORE"),
                        Map.of("uploadId", after, "moment", "AFTER", "pairedWith", before))
                .then()
                .statusCode(200)
                .body("items.pairedWith", equalTo(List.of(after, before)))
                .body("items.moment", equalTo(List.of("BEFORE", "AFTER")))
                .body("items.thumbnail", equalTo(List.of(true, true)));

        attach(OFFICE, issue, Map.of("uploadId", second, "moment", "AFTER", "pairedWith", before))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("evidence[0].pairedWith"));
        as(OFFICE)
                .contentType("text/plain")
                .header("If-Match", "*")
                .body("x")
                .post(ISSUES + issue + "/evidence?fileName=a.txt&moment=BEFORE&pairedWith=" + after)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("pairedWith"));
    }

    @Test
    void aPictureHasAThumbnailThatABrowserOnlyShows() throws IOException {
        String issue = inRectification().path("id");
        String picture = uploaded(OFFICE, "现场.png", "image/png", png(1600, 1200));
        String text = uploaded(OFFICE, "说明");
        attach(OFFICE, issue, Map.of("uploadId", picture), Map.of("uploadId", text))
                .then()
                .statusCode(200)
                .body("items.thumbnail", equalTo(List.of(true, false)));
        String address = ISSUES + issue + "/evidence/" + picture + "/thumbnail";

        Response thumbnail = as("leader:410700").get(address);

        assertThat(thumbnail.statusCode()).isEqualTo(200);
        assertThat(thumbnail.contentType()).isEqualTo("image/jpeg");
        assertThat(thumbnail.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(thumbnail.header("Content-Security-Policy")).isEqualTo("sandbox");
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(thumbnail.asByteArray()));
        assertThat(small.getWidth()).isEqualTo(320);
        assertThat(small.getHeight()).isEqualTo(240);
        as(OFFICE)
                .header("If-None-Match", thumbnail.header("ETag"))
                .get(address)
                .then()
                .statusCode(304);
        as(OFFICE)
                .get(ISSUES + issue + "/evidence/" + text + "/thumbnail")
                .then()
                .statusCode(404);
        as("office:410800").get(address).then().statusCode(404);
    }

    @Test
    void whoHasAddedAPieceWithdrawsItUntilItIsReliedOn() {
        String issue = inRectification().path("id");
        String wrong = uploaded(OFFICE, "传错了");
        attach(OFFICE, issue, Map.of("uploadId", wrong)).then().statusCode(200);

        withdraw("office:410700:2", issue, wrong).then().statusCode(403);
        Response withdrawn = withdraw(OFFICE, issue, wrong);
        withdrawn.then().statusCode(200).body("evidenceCount", equalTo(0));
        assertThat(withdrawn.header("ETag")).isEqualTo("\"6.2021-10-20\"");
        as(OFFICE).get(ISSUES + issue).then().body("evidenceCount", equalTo(0)).body("version", equalTo(6));
        as(OFFICE).get(ISSUES + issue + "/evidence").then().body("items", hasSize(0));
        withdraw(OFFICE, issue, wrong).then().statusCode(404);
        as(OFFICE)
                .get(ISSUES + issue + "/history")
                .then()
                .body("[6].action", equalTo("WITHDRAW_EVIDENCE"))
                .body("[6].reason", equalTo("上传有误"))
                .body("[6].changes.withdrawnEvidence.to.sha256.length()", equalTo(64));
        act(OFFICE, issue, "*", "close-out-requests", CLOSE_OUT).then().statusCode(422);
    }

    @Test
    void whatACloseOutWasRequestedWithStays() {
        String issue = inRectification().path("id");
        String reliedOn = uploaded(OFFICE, "已整改到位");
        attach(OFFICE, issue, Map.of("uploadId", reliedOn)).then().statusCode(200);
        act(OFFICE, issue, "*", "close-out-requests", CLOSE_OUT).then().statusCode(200);

        withdraw(OFFICE, issue, reliedOn).then().statusCode(409).body("legalMoves", hasItems("RETURN"));
        act("office:410700:2", issue, "*", "returns", OPINION).then().statusCode(200);
        withdraw(OFFICE, issue, reliedOn).then().statusCode(409).body("legalMoves", nullValue());
        String later = uploaded(OFFICE, "补充");
        attach(OFFICE, issue, Map.of("uploadId", later)).then().statusCode(200);
        withdraw(OFFICE, issue, later).then().statusCode(200);
    }

    @Test
    void theSweepTakesWhatNothingNamesAfterADayAndNothingElse() throws Exception {
        String issue = inRectification().path("id");
        String attached = uploaded(OFFICE, "有用");
        attach(OFFICE, issue, Map.of("uploadId", attached)).then().statusCode(200);
        String waiting = uploaded(OFFICE, "等待");
        Set<String> named = keys();
        String expired = uploaded(OFFICE, "过期");
        Set<String> later = keys();
        expire(expired);
        sweep.forgetExpired();

        sweepAll();
        assertThat(keys()).isEqualTo(later);

        for (String key : later) {
            age(key, Duration.ofHours(25));
        }
        sweepAll();
        assertThat(keys()).isSubsetOf(named);
        assertThat(as(OFFICE).get(ISSUES + issue + "/evidence/" + attached).asString())
                .isEqualTo("有用");
        attach(OFFICE, issue, Map.of("uploadId", waiting)).then().statusCode(200);
        assertThat(as(OFFICE).get(ISSUES + issue + "/evidence/" + waiting).asString())
                .isEqualTo("等待");
    }

    private void sweepAll() {
        Optional<ObjectKey> last = Optional.empty();
        do {
            last = sweep.sweepBehind(last).last();
        } while (last.isPresent());
    }

    private Set<String> keys() {
        return objects.list(Optional.empty(), 1000).stream()
                .map(KeptObject::key)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private static void age(String key, Duration by) throws IOException {
        Path file = Infrastructure.current().fileDirectory().resolve("objects").resolve(key);
        Instant put = Files.getLastModifiedTime(file).toInstant();
        Files.setLastModifiedTime(file, FileTime.from(put.minus(by)));
    }

    private void expire(String upload) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update upload set expires_at = now() where id = ?")) {
            update.setObject(1, UUID.fromString(upload));
            update.executeUpdate();
        }
    }

    @SafeVarargs
    private static Response attach(String account, String issue, Map<String, Object>... evidence) {
        return as(account)
                .header("If-Match", "*")
                .body(Map.of("evidence", List.of(evidence)))
                .post(ISSUES + issue + "/evidence/attachments");
    }

    private static Response withdraw(String account, String issue, String evidence) {
        return as(account)
                .header("If-Match", "*")
                .body(Map.of("reason", "上传有误"))
                .post(ISSUES + issue + "/evidence/" + evidence + "/withdrawals");
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static Response inRectification() {
        return inRectification("410700");
    }

    private static Response inRectification(String region) {
        Response issue = registerOwnFinding(OFFICE, region);
        issue = act(OFFICE, issue, "assignments", ASSIGNMENT);
        issue = act(OFFICE, issue, "acknowledgements", "");
        issue = act(OFFICE, issue, "cause-analyses", CAUSE);
        return act(OFFICE, issue, "rectifications", "");
    }
}
