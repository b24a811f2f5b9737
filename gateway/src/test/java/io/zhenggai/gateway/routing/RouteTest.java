package io.zhenggai.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

    private static final BodyLimits LIMITS = new BodyLimits(10, 50, 99);

    private final Route withFiles = new Route("issue-imports", Service.ISSUE, Uploads.FORMS_AND_TABLES);
    private final Route withoutFiles = new Route("board", Service.PLAN, Uploads.NONE);
    private final Route withEvidence = new Route("issues", Service.ISSUE, Uploads.EVIDENCE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "TEXT/CSV; charset=GBK",
                "text/csv;header=present",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "multipart/form-data; boundary=x",
                " multipart/mixed"
            })
    void filesMayBeLargerWhereFilesAreTaken(String type) {
        assertThat(withFiles.bodyLimit(path("/api/v1/issue-imports"), Optional.of(type), LIMITS))
                .isEqualTo(99);
        assertThat(withoutFiles.bodyLimit(path("/api/v1/board"), Optional.of(type), LIMITS))
                .isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csvx", "text/plain", "x-multipart/form-data", ""})
    void everythingElseIsOrdinary(String type) {
        assertThat(withFiles.bodyLimit(path("/api/v1/issue-imports"), Optional.of(type), LIMITS))
                .isEqualTo(10);
    }

    @Test
    void aBodyOfUnknownTypeIsOrdinary() {
        assertThat(withFiles.bodyLimit(path("/api/v1/issue-imports"), Optional.empty(), LIMITS))
                .isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "text/csv", "multipart/form-data; boundary=x", ""})
    void evidenceIsOneFileOfAnyType(String type) {
        assertThat(withEvidence.bodyLimit(path("/api/v1/issues/1/evidence"), Optional.of(type), LIMITS))
                .isEqualTo(50);
        assertThat(withEvidence.bodyLimit(path("/api/v1/issues/1/evidence/"), Optional.of(type), LIMITS))
                .isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "text/csv", "multipart/form-data; boundary=x", ""})
    void anUploadIsOneFileOfAnyType(String type) {
        Route uploads = new Route("uploads", Service.ISSUE, Uploads.FILE);

        assertThat(uploads.bodyLimit(path("/api/v1/uploads"), Optional.of(type), LIMITS))
                .isEqualTo(50);
        assertThat(uploads.bodyLimit(path("/api/v1/uploads/1"), Optional.of(type), LIMITS))
                .isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/issues",
                "/api/v1/issues/evidence",
                "/api/v1/issues/1/evidence/attachments",
                "/api/v1/issues/1/returns",
                "/api/v1/issues/1/evidence/2",
                "/api/v1/issues/1/2/evidence"
            })
    void besideEvidenceThereAreNoFiles(String address) {
        assertThat(withEvidence.bodyLimit(path(address), Optional.of("text/csv"), LIMITS))
                .isEqualTo(10);
    }

    @Test
    void limitsMustBeInOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BodyLimits(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BodyLimits(2, 1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new BodyLimits(1, 3, 2));
        assertThat(new BodyLimits(1, 1, 1).upload()).isEqualTo(1);
    }

    private static RequestPath path(String raw) {
        return RequestPath.parse(raw).orElseThrow();
    }
}
