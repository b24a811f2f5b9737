package io.zhenggai.issue.object;

import io.zhenggai.kit.encryption.Sha256;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Where files lie while they come in: on the disk, so that a large one takes no more memory than a small one. */
@Singleton
public class Staging {

    private static final Logger LOG = Logger.getLogger(Staging.class);
    private static final int BUFFER = 64 * 1024;

    private final Path directory;

    Staging(ObjectStoreSettings settings) throws IOException {
        // Beside the objects, so that a file is moved to them by its name alone.
        this.directory = Files.createDirectories(settings.directory().resolve("incoming"));
    }

    /** Looks at what comes in. */
    @FunctionalInterface
    public interface Onlooker {
        /** Is shown the next bytes, the first {@code length} of the buffer, which is not to be kept. */
        void see(byte[] buffer, int length);
    }

    /**
     * Takes in a body whole.
     *
     * @throws IOException when the body breaks off
     */
    public StagedFile receive(InputStream body, Onlooker onlooker) throws IOException {
        Path file = newFile();
        boolean whole = false;
        MessageDigest digest = Sha256.begin();
        long bytes = 0;
        try (OutputStream out = open(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                digest.update(buffer, 0, read);
                onlooker.see(buffer, read);
                write(out, buffer, read);
                bytes += read;
            }
            whole = true;
        } finally {
            if (!whole) {
                delete(file);
            }
        }
        return new StagedFile(file, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /** @return the name of a file that is not there yet */
    private Path newFile() {
        return directory.resolve(UUID.randomUUID().toString());
    }

    private static OutputStream open(Path file) {
        try {
            return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new ObjectStoreException("stage", e);
        }
    }

    /** A disk that is full is no fault of who sends. */
    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new ObjectStoreException("stage", e);
        }
    }

    /** Throws away what is not needed, or no longer there; what cannot be deleted is left to {@link #deleteOlderThan}. */
    public void delete(StagedFile file) {
        delete(file.path());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf(e, "%s is left to the clean-up", file);
        }
    }

    /**
     * Throws away what a process that died has left.
     *
     * @return how many files that were
     */
    public int deleteOlderThan(Instant bound) {
        List<Path> left;
        try (Stream<Path> all = Files.list(directory)) {
            left = all.filter(file -> isOlder(file, bound)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        left.forEach(Staging::delete);
        return left.size();
    }

    private static boolean isOlder(Path file, Instant bound) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(bound);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
