package io.zhenggai.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The TypeScript client and its script, by Node.js and npm of this machine. */
final class TypeScriptClient {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path directory;

    /** @param directory with its package.json */
    TypeScriptClient(Path directory) {
        this.directory = directory;
    }

    /** Installs what the lock names, generates the types and compiles. */
    void build() throws IOException, InterruptedException {
        finished(List.of("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund"), Map.of(), "");
        finished(List.of("npm", "run", "build"), Map.of(), "");
    }

    /**
     * Runs the script.
     *
     * @param tokens by account
     * @return what it said
     * @throws AssertionError with what it said, when it did not end well
     */
    String run(String gatewayUrl, Map<String, String> tokens) throws IOException, InterruptedException {
        return finished(
                List.of("node", "target/src/main.js"),
                Map.of("ZHENGGAI_URL", gatewayUrl),
                new ObjectMapper().writeValueAsString(tokens));
    }

    private String finished(List<String> command, Map<String, String> environment, String input)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("client", ".log");
        try {
            Process process = started(command, environment, output);
            try {
                process.outputWriter().append(input).close();
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new AssertionError(String.join(" ", command) + " has not ended in " + PATIENCE + ": "
                            + Files.readString(output));
                }
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            String said = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new AssertionError(
                        String.join(" ", command) + " ended with " + process.exitValue() + ": " + said);
            }
            return said;
        } finally {
            Files.delete(output);
        }
    }

    private Process started(List<String> command, Map<String, String> environment, Path output) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError(
                    command.get(0) + " is missing: the TypeScript client needs Node.js from 20 up and npm", e);
        }
    }
}
