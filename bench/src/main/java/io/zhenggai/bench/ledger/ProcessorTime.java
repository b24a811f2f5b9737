package io.zhenggai.bench.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processor time that a Java process has taken so far, in ticks of the system. Linux tells it.
 *
 * @param ofCompilers the part of it that each thread of its compilers has taken that is still there, by what Linux calls it
 */
record ProcessorTime(long all, Map<String, Long> ofCompilers) {

    private static final String COMPILER = "\\(C[12] CompilerThre.*";
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    /** @return that of a process, until now */
    static ProcessorTime of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        Map<String, Long> ofCompilers = new HashMap<>();
        try (Stream<Path> threads = Files.list(process.resolve("task"))) {
            for (Path thread : threads.toList()) {
                line(thread)
                        .filter(ProcessorTime::isCompiler)
                        .ifPresent(stat -> ofCompilers.put(thread.getFileName().toString(), ticks(stat)));
            }
        }
        return new ProcessorTime(ticks(Files.readString(process.resolve("stat"))), Map.copyOf(ofCompilers));
    }

    private static Optional<String> line(Path thread) {
        try {
            return Optional.of(Files.readString(thread.resolve("stat")));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    /** @param stat the line of a thread, which has its name in brackets */
    static boolean isCompiler(String stat) {
        return stat.substring(stat.indexOf('(')).strip().matches(COMPILER);
    }

    /** @param stat the line of a process or thread; its name may have blanks and brackets */
    static long ticks(String stat) {
        List<String> behindName =
                List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        return Long.parseLong(behindName.get(USER)) + Long.parseLong(behindName.get(SYSTEM));
    }

    /** @return the compilers' share of what was taken since then, from 0 to 1, without those of their threads that have ended */
    double compilersSince(ProcessorTime before) {
        long taken = all - before.all;
        long byCompilers = ofCompilers.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.ofCompilers.getOrDefault(thread.getKey(), 0L))
                .sum();
        return taken <= 0 ? 0 : byCompilers / (double) taken;
    }
}
