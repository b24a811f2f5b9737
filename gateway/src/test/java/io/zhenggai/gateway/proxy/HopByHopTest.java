package io.zhenggai.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

class HopByHopTest {

    @Test
    void stripsWhatTheStandardNamesAndWhatConnectionNames() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("Connection", "close, X-Private")
                .add("connection", " x-also ,,")
                .add("X-Private", "1")
                .add("X-Also", "1")
                .add("Keep-Alive", "timeout=5")
                .add("Proxy-Authenticate", "Basic")
                .add("Proxy-Authorization", "Basic x")
                .add("Proxy-Connection", "keep-alive")
                .add("TE", "trailers")
                .add("Trailer", "Expires")
                .add("Transfer-Encoding", "chunked")
                .add("Upgrade", "h2c")
                .add("ETag", "\"1\"");

        HopByHop.strip(headers);

        assertThat(headers.names()).containsExactly("ETag");
    }
}
