package io.zhenggai.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 10, 31);
    private static final String THING = "thing";

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "\"3.2021-10-30\"",
                "\"2.2021-10-31\"",
                "\"3\"",
                "3.2021-10-31",
                "\"x,3.2021-10-31\"",
                "\"*\""
            })
    void givesTheThingUnlessTheCallerHasThisVeryState(String ifNoneMatch) {
        Response answer = Answers.read(THING, 3, TODAY, ifNoneMatch);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getEntity()).isEqualTo(THING);
        assertThatItIsKeptPrivately(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"3.2021-10-31\"",
                "W/\"3.2021-10-31\"",
                "\"a,b\", \"3.2021-10-31\"",
                "\"2.2021-10-31\",W/\"3.2021-10-31\" ,\"x\"",
                "*",
                " * "
            })
    void savesTheBodyWhenTheCallerHasIt(String ifNoneMatch) {
        Response answer = Answers.read(THING, 3, TODAY, ifNoneMatch);

        assertThat(answer.getStatus()).isEqualTo(304);
        assertThat(answer.getEntity()).isNull();
        assertThatItIsKeptPrivately(answer);
    }

    @Test
    void aChangeAnswersWithTheNewTag() {
        Response answer = Answers.changed(THING, 4, TODAY);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getEntity()).isEqualTo(THING);
        assertThat(answer.getHeaderString("ETag")).isEqualTo("\"4.2021-10-31\"");
    }

    @Test
    void aNewThingHasItsPlaceAndItsTag() {
        Response answer = Answers.created(URI.create("/api/v1/things/1"), THING, 0, TODAY);

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getHeaderString("Location")).isEqualTo("/api/v1/things/1");
        assertThat(answer.getHeaderString("ETag")).isEqualTo("\"0.2021-10-31\"");
    }

    private static void assertThatItIsKeptPrivately(Response answer) {
        assertThat(answer.getHeaderString("ETag")).isEqualTo("\"3.2021-10-31\"");
        assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(answer.getHeaderString("Vary")).isEqualTo("Authorization, Accept-Language");
    }
}
