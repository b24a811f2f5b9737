package io.zhenggai.acceptance.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.zhenggai.acceptance.system.Issues;
import io.zhenggai.acceptance.system.Issues.Way;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.acceptance.system.Thing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with names and contents that cannot be: refused by name, and the issue stays as it was. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(43)
class EvidenceInputTest {

    private static final String OFFICE = "office:410600";
    private static final int FIFTY_MEBIBYTES = 50 * 1024 * 1024;

    private Thing issue;
    private String before = "";

    @BeforeAll
    void anIssueIsRectified(Stage stage) {
        issue = Issues.at(stage, "IN_RECTIFICATION", Way.BY_CITY, "410600");
        before = issue.read(OFFICE).asString();
    }

    @AfterAll
    void theIssueIsAsItWas() {
        assertThat(issue.read(OFFICE).asString()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%20",
                ".txt",
                "../../etc/passwd.txt",
                "..%5C..%5Cboot.txt",
                "a/b.txt",
                "a%00b.txt",
                "a%0D%0ASet-Cookie:x.txt",
                "a%E2%80%AEtxt.exe",
                "%ED%A0%80.txt"
            })
    void refusesANameThatIsNone(String name, Stage stage) {
        Response refused = send(stage, "?fileName=" + name, "text/plain", "佐证".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.statusCode()).as(refused.asString()).isIn(400, 422);
        assertThat(refused.<List<String>>path("violations.field")).contains("fileName");
    }

    @Test
    void needsAName(Stage stage) {
        Response refused = send(stage, "", "text/plain", "佐证".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<List<String>>path("violations.field")).contains("fileName");
    }

    @Test
    void refusesANameThatIsTooLong(Stage stage) {
        Response refused = send(
                stage, "?fileName=" + "x".repeat(1_000) + ".txt", "text/plain", "佐证".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<List<String>>path("violations.field")).contains("fileName");
    }

    @ParameterizedTest
    @CsvSource({
        "a.exe, application/x-msdownload, MZ, 415",
        "a.html, text/html, <script>alert(1)</script>, 415",
        "a.svg, image/svg+xml, <svg/>, 415",
        "a.pdf, application/pdf, this is no PDF, 422",
        "a.png, image/png, this is no picture, 422",
        "a.pdf, text/plain, text, 422",
        "a.txt, text/plain, '', 422",
    })
    void refusesAContentThatIsNotWhatItSays(String name, String type, String content, int status, Stage stage) {
        Response refused = send(stage, "?fileName=" + name, type, content.getBytes(StandardCharsets.UTF_8));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
    }

    @Test
    void refusesMoreThanAFileMayHold(Stage stage) {
        byte[] large = new byte[FIFTY_MEBIBYTES + 1];
        Arrays.fill(large, (byte) 'x');

        assertThat(send(stage, "?fileName=a.txt", "text/plain", large).statusCode())
                .isEqualTo(413);
    }

    private Response send(Stage stage, String query, String type, byte[] content) {
        return stage.as(OFFICE)
                .header("If-Match", issue.read(OFFICE).header("ETag"))
                .contentType(type)
                .body(content)
                .post(issue.path() + "/evidence" + query);
    }
}
