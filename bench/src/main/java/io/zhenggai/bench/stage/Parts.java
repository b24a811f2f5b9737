package io.zhenggai.bench.stage;

import io.zhenggai.embedded.process.StartFailedException;
import io.zhenggai.embedded.server.Directories;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a run has started, and the directory of its data; all of it ends with the run, also when that is stopped while it starts. */
final class Parts implements AutoCloseable {

    private final Path directory;
    /** How each part is ended, the one started last first. */
    private final Deque<Runnable> ends = new ArrayDeque<>();

    private boolean closed;

    Parts(Path directory) {
        this.directory = directory;
        // Whoever stops the run finds nothing left behind either.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
    }

    /** Whoever closes waits until the part is there, so that it is ended too. */
    synchronized <T> T opened(Supplier<T> start, Consumer<T> end) {
        if (closed) {
            throw new StartFailedException("The run was ended while its parts were being started.");
        }
        T part = start.get();
        ends.push(() -> end.accept(part));
        return part;
    }

    /** Ends every process, the last one first, and deletes the directory; nothing is started any more. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        while (!ends.isEmpty()) {
            ends.pop().run();
        }
        Directories.delete(directory);
    }
}
