package io.zhenggai.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    @Test
    void readsSegmentsDecoded() {
        assertThat(RequestPath.parse("/api/v1/issues/ZG2021-410100-0001"))
                .map(RequestPath::segments)
                .hasValueSatisfying(
                        segments -> assertThat(segments).containsExactly("api", "v1", "issues", "ZG2021-410100-0001"));
        assertThat(RequestPath.parse("/api/v1/contacts/department:410100:%E4%BD%8F%E5%BB%BA%E5%B1%80"))
                .hasValueSatisfying(path -> assertThat(path.segments()).endsWith("department:410100:住建局"));
    }

    @Test
    void keepsTheRawFormForTheService() {
        assertThat(RequestPath.parse("/a/%E4%BD%8F/"))
                .hasValueSatisfying(path -> assertThat(path.raw()).isEqualTo("/a/%E4%BD%8F/"));
    }

    @Test
    void aTrailingSlashLeavesNoSegment() {
        assertThat(RequestPath.parse("/swagger-ui/"))
                .hasValueSatisfying(path -> assertThat(path.segments()).containsExactly("swagger-ui"));
        assertThat(RequestPath.parse("/"))
                .hasValueSatisfying(path -> assertThat(path.segments()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "api/v1",
                "//",
                "//api/v1/issues",
                "/api//v1/issues",
                "/api/v1/issues//",
                "/api/v1/../internal/clock",
                "/api/v1/./issues",
                "/api/v1/..",
                "/api/v1/%2e%2e/internal/clock",
                "/api/v1/%2E./internal/clock",
                "/api/v1/.%2e/internal/clock",
                "/api/v1/issues/..%2finternal",
                "/api/v1/issues%2F..%2Finternal",
                "/api/v1/issues/..%5cinternal",
                "/api/v1/issues\\..\\internal",
                "/api/v1/issues/..;/internal",
                "/api/v1/issues;x=1",
                "/api/v1/issues/%00",
                "/api/v1/issues/%0d%0aX:1",
                "/api/v1/issues/%7f",
                "/api/v1/issues/%C2%80",
                "/api/v1/issues/%",
                "/api/v1/issues/%4",
                "/api/v1/issues/%zz",
                "/api/v1/issues/%١١",
                "/api/v1/issues/%ff",
                "/api/v1/issues/%c0%ae%c0%ae",
                "/api/v1/issues/住建局",
                "/api/v1/issues/a b",
                "/api/v1/issues/a\"b",
                "/api/v1/issues/{id}",
                "/api/v1/issues#top",
                "/api/v1/issues?x=1"
            })
    void refusesWhatTwoReadersMightReadDifferently(String raw) {
        assertThat(RequestPath.parse(raw)).isEmpty();
    }

    @Test
    void dotsWithinASegmentAreOrdinary() {
        assertThat(RequestPath.parse("/openapi.json")).isPresent();
        assertThat(RequestPath.parse("/a/...")).isPresent();
        assertThat(RequestPath.parse("/a/%252e%252e"))
                .hasValueSatisfying(path -> assertThat(path.segments()).endsWith("%2e%2e"));
    }
}
