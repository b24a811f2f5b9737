package io.zhenggai.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;

/** What is asked of the answers of a generated client. */
final class Answers {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Answers() {}

    /** A call of the generated client. */
    interface Call<T> {

        ApiResponse<T> send() throws ApiException;
    }

    /** @return the tag to send with the next change */
    static String etag(ApiResponse<?> answer) {
        return answer.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("ETag"))
                .map(header -> header.getValue())
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
    }

    /** Repeats a call while it is refused: what one service has published reaches the others by events. */
    static <T> ApiResponse<T> eventually(Call<T> call) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(ApiException.class)
                .until(call::send, answer -> true);
    }

    /** The call is refused with that status. */
    static void assertRefused(int status, ThrowingCallable call) {
        ApiException refused = catchThrowableOfType(ApiException.class, call);

        assertThat(refused).as("it is refused").isNotNull();
        assertThat(refused.getCode()).as(refused.getResponseBody()).isEqualTo(status);
    }
}
