package io.zhenggai.embedded.system;

import io.zhenggai.embedded.process.StartFailedException;
import io.zhenggai.embedded.server.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The directory in which one system keeps everything. It is locked while the system lives. */
final class DataDirectory implements AutoCloseable {

    private static final List<String> KEPT =
            List.of("postgres", "postgres.unfinished", "postgres.password", "kafka", "mail", "files", "log");

    private final Path root;
    private final FileChannel lockFile;
    private final boolean leftBehind;

    private DataDirectory(Path root, FileChannel lockFile, boolean leftBehind) {
        this.root = root;
        this.lockFile = lockFile;
        this.leftBehind = leftBehind;
    }

    /**
     * Locks the directory, making it when absent.
     *
     * @throws StartFailedException when another system holds it
     */
    static DataDirectory lock(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel file = FileChannel.open(
                    root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(file) == null) {
                String holder = content(file);
                file.close();
                throw new StartFailedException(
                        "Another system (process " + holder + ") already runs on " + root + "; nothing was started.");
            }
            boolean leftBehind = file.size() > 0;
            file.truncate(0);
            file.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataDirectory(root, file, leftBehind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the system before was killed, so that its processes may still be ending. */
    boolean wasLeftBehind() {
        return leftBehind;
    }

    /** Throws away what was kept, but nothing that is not ours. */
    void clear() {
        try {
            KEPT.forEach(name -> Directories.delete(root.resolve(name)));
            Files.deleteIfExists(root.resolve(LocalSecrets.FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path root() {
        return root;
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    /** Of evidence and of what is uploaded to be evidence. */
    static Path files(Path root) {
        return root.resolve("files");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path mail() {
        return root.resolve("mail");
    }

    Path logs() {
        return root.resolve("log");
    }

    /** The log of a process, empty at the start; what the run before wrote lies beside it as {@code NAME.previous.log}. */
    Path newLog(String name) {
        try {
            Files.createDirectories(logs());
            Path log = logs().resolve(name + ".log");
            if (Files.exists(log)) {
                Files.move(log, logs().resolve(name + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Releases the lock. An empty lock file says that the system ended in order. */
    @Override
    public void close() {
        try {
            if (lockFile.isOpen()) {
                lockFile.truncate(0);
                lockFile.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) { // held by another system in this JVM
            return null;
        }
    }

    private static String content(FileChannel file) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(20);
        file.read(content, 0);
        return new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII);
    }
}
