package io.zhenggai.embedded.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenggai.embedded.process.StartFailedException;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CommandTest {

    private final PrintStream out = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(told, true, StandardCharsets.UTF_8);

    @Test
    void endsAsItsBodyDoes() throws Exception {
        assertThat(Command.status(out, err, any -> 1)).isEqualTo(1);
        assertThat(told.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void tellsWrongWordsInOneLine() throws Exception {
        int status = Command.status(out, err, any -> {
            throw new UsageException("There is no such thing.");
        });

        assertThat(status).isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).isEqualTo("There is no such thing. See ./run help.\n");
    }

    @Test
    void tellsInOneLineWhatCouldNotBeStarted() throws Exception {
        int status = Command.status(out, err, any -> {
            throw new StartFailedException("Another system runs here.");
        });

        assertThat(status).isEqualTo(1);
        assertThat(told.toString(StandardCharsets.UTF_8)).isEqualTo("Another system runs here.\n");
    }

    @Test
    void hidesNoFailureOfOurOwn() {
        assertThatThrownBy(() -> Command.status(out, err, any -> {
                    throw new IllegalStateException("ours");
                }))
                .hasMessage("ours");
    }
}
