package io.zhenggai.issue.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.zhenggai.kit.encryption.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store does. */
abstract class ObjectStoreContract {

    private static final int MEBIBYTE = 1024 * 1024;

    @TempDir
    Path staged;

    abstract ObjectStore store();

    @Test
    void givesBackWhatWasPut() throws IOException {
        byte[] content = "整改情况".getBytes(StandardCharsets.UTF_8);

        ObjectKey key = put(content);

        assertThat(read(key, 0, content.length)).isEqualTo(content);
    }

    @Test
    void keepsLargeObjects() throws IOException {
        byte[] content = new byte[50 * MEBIBYTE];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i * 31);
        }

        ObjectKey key = put(content);

        try (InputStream opened = store().open(key, 0, content.length)) {
            assertThat(opened.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void givesAPartByItself() throws IOException {
        ObjectKey key = put("0123456789".getBytes(StandardCharsets.US_ASCII));

        assertThat(read(key, 0, 1)).asString().isEqualTo("0");
        assertThat(read(key, 3, 4)).asString().isEqualTo("3456");
        assertThat(read(key, 9, 1)).asString().isEqualTo("9");
    }

    @Test
    void whatIsNotThereIsMissing() throws IOException {
        ObjectKey deleted = put(new byte[] {1});
        store().delete(deleted);

        assertThatExceptionOfType(MissingObjectException.class)
                .isThrownBy(() -> store().open(deleted, 0, 1))
                .withMessageContaining(deleted.toString());
        assertThatExceptionOfType(MissingObjectException.class)
                .isThrownBy(() -> store().open(key(new byte[] {2}), 0, 1));
    }

    @Test
    void deletesOneAndNoOther() throws IOException {
        byte[] content = {7};
        ObjectKey first = put(content);
        ObjectKey alike = put(content);

        store().delete(first);

        assertThat(read(alike, 0, 1)).isEqualTo(content);
        assertThatNoException().isThrownBy(() -> store().delete(first));
    }

    @Test
    void listsAllInTheOrderOfKeysPageByPage() throws IOException {
        Instant before = Instant.now();
        List<ObjectKey> keys = new ArrayList<>();
        for (byte i = 0; i < 25; i++) {
            // Some of them alike, so that they lie in one directory.
            keys.add(put(new byte[] {(byte) (i % 7)}));
        }
        keys.sort(null);

        List<KeptObject> listed = new ArrayList<>();
        List<KeptObject> page = store().list(Optional.empty(), 4);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(4);
            listed.addAll(page);
            page = store().list(Optional.of(page.get(page.size() - 1).key()), 4);
        }

        assertThat(listed).extracting(KeptObject::key).containsExactlyElementsOf(keys);
        assertThat(listed)
                .extracting(KeptObject::putAt)
                .allMatch(at -> at.isAfter(before.minusSeconds(60)) && at.isBefore(before.plusSeconds(60)));
    }

    @Test
    void anEmptyStoreListsNothing() {
        assertThat(store().list(Optional.empty(), 10)).isEmpty();
    }

    ObjectKey put(byte[] content) throws IOException {
        ObjectKey key = key(content);
        Path file = Files.write(staged.resolve(UUID.randomUUID().toString()), content);
        store().put(key, file);
        return key;
    }

    byte[] read(ObjectKey key, long from, long length) throws IOException {
        try (InputStream opened = store().open(key, from, length)) {
            byte[] all = opened.readAllBytes();
            return Arrays.copyOf(all, all.length);
        }
    }

    static ObjectKey key(byte[] content) {
        return new ObjectKey(Sha256.hex(content), UUID.randomUUID());
    }
}
