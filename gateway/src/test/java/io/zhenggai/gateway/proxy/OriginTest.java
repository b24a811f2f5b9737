package io.zhenggai.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zhenggai.gateway.routing.Service;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @Test
    void readsHostAndPort() {
        Origin origin = Origin.of(Service.PLAN, URI.create("http://127.0.0.1:8082"));

        assertThat(origin).isEqualTo(new Origin(Service.PLAN, "127.0.0.1", 8082));
        assertThat(origin.url()).isEqualTo("http://127.0.0.1:8082");
    }

    @Test
    void thePortIsThatOfHttpWhereNoneIsGiven() {
        Origin origin = Origin.of(Service.PLAN, URI.create("http://plan-service/"));

        assertThat(origin.port()).isEqualTo(80);
        assertThat(origin.url()).isEqualTo("http://plan-service");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://plan-service",
                "plan-service:8082",
                "http://plan-service/base",
                "http://u@plan-service",
                "http://plan-service?x",
                "/plan"
            })
    void saysWhichAddressIsWrong(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Origin.of(Service.PLAN, URI.create(url)))
                .withMessageContaining("plan-service")
                .withMessageContaining(url);
    }
}
