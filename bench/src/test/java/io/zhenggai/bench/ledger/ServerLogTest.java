package io.zhenggai.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

    @TempDir
    Path directory;

    private Path log;

    @BeforeEach
    void logIsWritten() throws IOException {
        log = directory.resolve("server.json");
        Files.writeString(log, "one\ntwo\nthr");
    }

    @Test
    void linesThatHaveEndedAreRead() throws IOException {
        assertThat(ServerLog.wholeLines(log, 0)).containsExactly("one", "two");
    }

    @Test
    void aLineThatBeginsAtTheByteIsRead() throws IOException {
        assertThat(ServerLog.wholeLines(log, 4)).containsExactly("two");
    }

    @Test
    void aLineThatHadBegunBeforeIsNot() throws IOException {
        assertThat(ServerLog.wholeLines(log, 2)).containsExactly("two");
        assertThat(ServerLog.wholeLines(log, 5)).isEmpty();
    }

    @Test
    void aLineThatIsBeingWrittenIsNot() throws IOException {
        assertThat(ServerLog.wholeLines(log, 8)).isEmpty();
        assertThat(ServerLog.wholeLines(log, 11)).isEmpty();
    }

    @Test
    void anEmptyLogHasNoLines() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty.json"));

        assertThat(ServerLog.wholeLines(empty, 0)).isEmpty();
    }
}
