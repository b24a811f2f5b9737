package io.zhenggai.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b-c_d~e+f/g==", "bearer a.b-c_d~e+f/g==", "BEARER   a.b-c_d~e+f/g==  "})
    void readsTheTokenWhateverTheCaseOfTheScheme(String field) {
        headers.add("authorization", field);

        assertThat(BearerToken.of(headers)).contains("a.b-c_d~e+f/g==");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Basic YTpi",
                "a.b.c",
                "Bearer a b",
                "Bearer a,b",
                "Bearer 令牌",
                "Bearer a=b"
            })
    void everythingElseIsNoToken(String field) {
        headers.add("Authorization", field);

        assertThat(BearerToken.of(headers)).isEmpty();
    }

    @Test
    void twoFieldsAreNoToken() {
        headers.add("Authorization", "Bearer a").add("Authorization", "Bearer a");

        assertThat(BearerToken.of(headers)).isEmpty();
    }

    @Test
    void noFieldIsNoToken() {
        assertThat(BearerToken.of(headers)).isEmpty();
    }
}
