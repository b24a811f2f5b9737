package io.zhenggai.embedded.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenggai.embedded.process.StartFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path root;

    @Test
    void oneSystemAtATimeHoldsIt() {
        try (DataDirectory first = DataDirectory.lock(root)) {
            assertThatThrownBy(() -> DataDirectory.lock(root))
                    .isInstanceOf(StartFailedException.class)
                    .hasMessageContaining(
                            "Another system (process " + ProcessHandle.current().pid() + ")")
                    .hasMessageContaining(first.root().toString());
        }

        try (DataDirectory second = DataDirectory.lock(root)) {
            assertThat(second.wasLeftBehind()).isFalse();
        }
    }

    @Test
    void knowsThatTheSystemBeforeDidNotEndInOrder() throws Exception {
        Files.writeString(root.resolve("lock"), "4711");

        try (DataDirectory data = DataDirectory.lock(root)) {
            assertThat(data.wasLeftBehind()).isTrue();
        }
    }

    @Test
    void clearingLeavesWhatIsNotItsOwn() throws Exception {
        try (DataDirectory data = DataDirectory.lock(root)) {
            Files.createDirectories(data.mail());
            Files.writeString(data.mail().resolve("000001.eml"), "x");
            LocalSecrets.in(root, new SecureRandom());
            Files.createDirectories(root.resolve("replay"));

            data.clear();

            assertThat(root).isDirectoryNotContaining("glob:**/{mail,*.properties}");
            assertThat(root.resolve("replay")).isDirectory();
        }
    }

    @Test
    void keepsTheLogOfTheRunBefore() throws Exception {
        try (DataDirectory data = DataDirectory.lock(root)) {
            Files.writeString(data.newLog("gateway"), "first run");

            assertThat(data.newLog("gateway")).doesNotExist();
            assertThat(data.logs().resolve("gateway.previous.log")).hasContent("first run");
        }
    }

    @Test
    void secretsAreMadeOnceAndReadableByTheirOwnerOnly() throws Exception {
        LocalSecrets made = LocalSecrets.in(root, new SecureRandom());

        assertThat(made.password("issues")).hasSize(32);
        assertThat(made.encryptionKey("issues")).startsWith("local:").isNotEqualTo(made.encryptionKey("plans"));
        LocalSecrets read = LocalSecrets.in(root, new SecureRandom());
        assertThat(read.passwordsOfDatabases())
                .containsOnlyKeys("issues", "plans", "reports", "notifications")
                .containsEntry("issues", made.password("issues"));
        assertThat(read.encryptionKey("issues")).isEqualTo(made.encryptionKey("issues"));
        assertThat(made.digestKey("issues").orElseThrow())
                .hasSize(44)
                .isNotEqualTo(made.digestKey("notifications").orElseThrow());
        assertThat(read.digestKey("issues")).isEqualTo(made.digestKey("issues"));
        assertThat(read.digestKey("plans")).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(LocalSecrets.FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    void aDirectoryThatKnewOnlyPasswordsKeepsThem() throws Exception {
        Files.writeString(root.resolve("database-passwords.properties"), "issues=of the database that is there");

        LocalSecrets read = LocalSecrets.in(root, new SecureRandom());

        assertThat(read.password("issues")).isEqualTo("of the database that is there");
        assertThat(read.encryptionKey("issues")).hasSizeGreaterThan("local:".length() + 40);
        assertThat(root.resolve("database-passwords.properties")).doesNotExist();
    }
}
