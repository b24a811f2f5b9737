package io.zhenggai.issue.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileObjectStoreTest extends ObjectStoreContract {

    @TempDir
    Path directory;

    private ObjectStore store;

    @BeforeEach
    void open() {
        store = new FileObjectStore(directory.resolve("a/b"));
    }

    @Override
    ObjectStore store() {
        return store;
    }

    @Test
    void whatIsNoObjectIsNotListed() throws IOException {
        ObjectKey key = put(new byte[] {1});
        Path beside = directory.resolve("a/b").resolve(key.toString()).resolveSibling("x.unfinished");
        Files.writeString(beside, "half");
        Files.writeString(directory.resolve("a/b/readme"), "not ours");

        assertThat(store.list(Optional.empty(), 10)).extracting(KeptObject::key).containsExactly(key);
    }

    @Test
    void anotherReplicaFindsIt() throws IOException {
        ObjectKey key = put(new byte[] {1});

        store = new FileObjectStore(directory.resolve("a/b"));

        assertThat(read(key, 0, 1)).containsExactly(1);
    }

    @Test
    void aFileFromAnotherFileSystemIsCopied() throws IOException {
        Path memory = Path.of("/dev/shm");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isWritable(memory));
        Path file = Files.write(Files.createTempFile(memory, "zhenggai", ""), new byte[] {4, 5});
        try {
            ObjectKey key = key(new byte[] {4, 5});

            store.put(key, file);

            assertThat(read(key, 0, 2)).containsExactly(4, 5);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsA503AndNoPathIsTold() throws IOException {
        Path file = Files.write(directory.resolve("staged"), new byte[] {1});
        ObjectKey key = key(new byte[] {1});
        Files.writeString(directory.resolve("a/b").resolve(key.sha256().substring(0, 2)), "a file in the way");

        assertThatExceptionOfType(ObjectStoreException.class)
                .isThrownBy(() -> store.put(key, file))
                .satisfies(e -> assertThat(e.type().status()).isEqualTo(503))
                .satisfies(e -> assertThat(e.detail().en()).doesNotContain("/"));
    }
}
