package io.zhenggai.bench.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The processor time that a Java process has taken so far, in ticks of the system. Linux tells it.
 *
 * @param ofCompilers the part of it that its compilers took; one of their threads that has ended is left out
 */
record ProcessorTime(long all, long ofCompilers) {

    private static final String COMPILER = "\\(C[12] CompilerThre.*";
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    /** @return that of a process, until now */
    static ProcessorTime of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        long ofCompilers = 0;
        try (Stream<Path> threads = Files.list(process.resolve("task"))) {
            for (Path thread : threads.toList()) {
                ofCompilers += ofCompiler(thread.resolve("stat"));
            }
        }
        return new ProcessorTime(ticks(Files.readString(process.resolve("stat"))), ofCompilers);
    }

    private static long ofCompiler(Path stat) throws IOException {
        try {
            String line = Files.readString(stat);
            return isCompiler(line) ? ticks(line) : 0;
        } catch (NoSuchFileException ended) {
            return 0;
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

    /** @return the compilers' share of what was taken since then, from 0 to 1 */
    double compilersSince(ProcessorTime before) {
        long taken = all - before.all;
        return taken <= 0 ? 0 : Math.max(0, ofCompilers - before.ofCompilers) / (double) taken;
    }
}
