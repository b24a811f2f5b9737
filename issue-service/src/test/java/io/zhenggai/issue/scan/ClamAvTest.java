package io.zhenggai.issue.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClamAvTest {

    private static final int LIMIT = 1024 * 1024;

    private final Clamd clamd = Clamd.start(LIMIT);

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        clamd.close();
    }

    @Test
    void whatIsCleanIsClean() throws IOException {
        assertThat(scanner(Duration.ofSeconds(20)).scan(file("整改情况"))).isEmpty();
        assertThat(scanner(Duration.ofSeconds(20)).scan(file("x".repeat(LIMIT))))
                .isEmpty();
    }

    @Test
    void whatIsFoundIsNamed() throws IOException {
        assertThat(scanner(Duration.ofSeconds(20)).scan(file("x".repeat(200_000) + Clamd.EICAR)))
                .contains("Eicar-Test-Signature");
    }

    @Test
    void aFileThatIsTooLargeForItHasNoVerdict() {
        assertThatIOException().isThrownBy(() -> scanner(Duration.ofSeconds(20)).scan(file("x".repeat(50 * LIMIT))));
    }

    @Test
    void whoIsSilentHasATimeLimit() {
        clamd.fallSilent();

        assertThatIOException().isThrownBy(() -> scanner(Duration.ofMillis(200)).scan(file("x")));
    }

    @Test
    void whereNobodyListensThereIsNoVerdict() {
        clamd.close();

        assertThatIOException().isThrownBy(() -> scanner(Duration.ofSeconds(20)).scan(file("x")));
    }

    private ClamAv scanner(Duration timeout) {
        return new ClamAv("127.0.0.1", clamd.port(), Duration.ofSeconds(2), timeout);
    }

    private Path file(String content) throws IOException {
        return Files.write(directory.resolve("file"), content.getBytes(StandardCharsets.UTF_8));
    }
}
