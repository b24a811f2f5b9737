package io.zhenggai.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

    private static final BodyLimits LIMITS = new BodyLimits(10, 99);

    private final Route withFiles = new Route("issue-imports", Service.ISSUE, true);
    private final Route withoutFiles = new Route("board", Service.PLAN, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "TEXT/CSV; charset=GBK",
                "text/csv;header=present",
                "multipart/form-data; boundary=x",
                " multipart/mixed",
                "application/pdf",
                "text/plain;charset=UTF-8",
                "image/png"
            })
    void filesMayBeLargerWhereFilesAreTaken(String type) {
        assertThat(withFiles.bodyLimit(Optional.of(type), LIMITS)).isEqualTo(99);
        assertThat(withoutFiles.bodyLimit(Optional.of(type), LIMITS)).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "Application/JSON ; charset=UTF-8", "application/merge-patch+json", "pdf", ""
            })
    void everythingElseIsOrdinary(String type) {
        assertThat(withFiles.bodyLimit(Optional.of(type), LIMITS)).isEqualTo(10);
    }

    @Test
    void aBodyOfUnknownTypeIsOrdinary() {
        assertThat(withFiles.bodyLimit(Optional.empty(), LIMITS)).isEqualTo(10);
    }

    @Test
    void limitsMustBeInOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BodyLimits(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BodyLimits(2, 1));
        assertThat(new BodyLimits(1, 1).upload()).isEqualTo(1);
    }
}
