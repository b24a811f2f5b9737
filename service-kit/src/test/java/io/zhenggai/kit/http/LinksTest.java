package io.zhenggai.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8081/api/v1/issues, /api/v1/issues?cursor=b-_2",
        "http://127.0.0.1:8081/api/v1/issues?, /api/v1/issues?cursor=b-_2",
        "http://127.0.0.1:8081/api/v1/issues?cursor=a1, /api/v1/issues?cursor=b-_2",
        "http://127.0.0.1:8081/api/v1/issues?c%75rsor=a1&cursor, /api/v1/issues?cursor=b-_2",
        "http://127.0.0.1:8081/api/v1/issues?limit=20&cursor=a1&&sort=DEADLINE, /api/v1/issues?limit=20&sort=DEADLINE&cursor=b-_2",
        "http://127.0.0.1:8081/api/v1/issues?q=%E8%AE%B8%E5%8F%AF%26cursor%3D1, /api/v1/issues?q=%E8%AE%B8%E5%8F%AF%26cursor%3D1&cursor=b-_2",
        "http://127.0.0.1:8081/api/v1/issues/a%2Fb/history?cursors=1, /api/v1/issues/a%2Fb/history?cursors=1&cursor=b-_2"
    })
    void theNextPageIsAskedForLikeThisOneWithItsCursor(URI asked, String next) {
        assertThat(Links.withCursor(asked, "b-_2")).isEqualTo(next);
    }
}
