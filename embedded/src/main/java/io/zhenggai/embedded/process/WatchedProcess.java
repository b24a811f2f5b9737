package io.zhenggai.embedded.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process that does not outlive this JVM, whatever end the JVM meets.
 *
 * <p>Between the two stands a shell that holds one end of a pipe. When the pipe closes (by {@link #close()}, by our exit,
 * or because the kernel closed it after a SIGKILL) it ends the process. There is no moment at which the process runs
 * without this guard. A shutdown hook would not run after a SIGKILL, and {@code PR_SET_PDEATHSIG} knows no escalation.
 */
public final class WatchedProcess implements AutoCloseable {

    private static final String SCRIPT = script();

    private final WatchedCommand command;
    private final Process watcher;
    private final long pid;

    private WatchedProcess(WatchedCommand command, Process watcher, long pid) {
        this.command = command;
        this.watcher = watcher;
        this.pid = pid;
    }

    /**
     * Starts the command; it does not wait until the command is of any use.
     *
     * @throws UncheckedIOException when no shell can be started
     */
    public static WatchedProcess start(WatchedCommand command) {
        List<String> arguments = new ArrayList<>(List.of("bash", "-c", SCRIPT, "watch-" + command.name()));
        arguments.add(command.stopSignal());
        arguments.add(Long.toString(command.patience().toSeconds()));
        arguments.add(command.log().toAbsolutePath().toString());
        arguments.addAll(command.arguments());
        ProcessBuilder builder = new ProcessBuilder(arguments).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(command.environment());
        try {
            Process watcher = builder.start();
            BufferedReader reader = watcher.inputReader(StandardCharsets.US_ASCII);
            String pid = reader.readLine();
            if (pid == null) {
                throw new IOException("the watcher of " + command.name() + " ended before it started anything");
            }
            return new WatchedProcess(command, watcher, Long.parseLong(pid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return command.name();
    }

    /** The process id of the command itself, not of its watcher. */
    public long pid() {
        return pid;
    }

    public boolean isAlive() {
        return watcher.isAlive();
    }

    /** Completes with the exit status when the process has ended: 128 + signal number when a signal ended it. */
    public CompletableFuture<Integer> onExit() {
        return watcher.onExit().thenApply(Process::exitValue);
    }

    /**
     * Waits for the end of the process.
     *
     * @return whether it ended within the time
     */
    public boolean awaitExit(Duration atMost) {
        try {
            return watcher.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the end of " + command.name(), e);
        }
    }

    /**
     * The exit status of a process that has ended.
     *
     * @throws IllegalThreadStateException when it still runs
     */
    public int exitStatus() {
        return watcher.exitValue();
    }

    /** Where both outputs of the process go. */
    public Path log() {
        return command.log();
    }

    /** The last lines of the log, oldest first; empty when nothing was written. */
    public List<String> lastLines(int count) {
        return LogTail.lastLines(command.log(), count);
    }

    /** Ends the process as a power cut would (SIGKILL) and returns when it is gone. */
    public void kill() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        awaitExit(Duration.ofSeconds(10));
    }

    /** Stops the process in its tracks (SIGSTOP) until {@link #wake()}; it still counts as alive. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets a frozen process go on where it stood (SIGCONT). */
    public void wake() {
        signal("CONT");
    }

    /** Java itself sends no other signals than those that end a process. */
    private void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException(command.name() + " does not run and was not sent " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending a signal to " + command.name(), e);
        }
    }

    /** Asks the process to end; the watcher kills it when its patience is over. Returns at once. */
    public void requestStop() {
        try {
            watcher.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the process to end and returns when it is gone. */
    @Override
    public void close() {
        requestStop();
        awaitExit(command.patience().plusSeconds(5));
    }

    private static String script() {
        try (InputStream in = WatchedProcess.class.getResourceAsStream("watch.sh")) {
            if (in == null) {
                throw new IllegalStateException("watch.sh is missing beside " + WatchedProcess.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
