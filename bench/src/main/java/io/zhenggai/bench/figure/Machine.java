package io.zhenggai.bench.figure;

import java.lang.management.ManagementFactory;

/**
 * On what was measured; no name and no path.
 *
 * @param memoryMiB of the whole machine
 * @param load runnable processes of the machine during the last minute; negative where the system does not tell
 */
public record Machine(int cores, long memoryMiB, String system, String java, double load) {

    /** @return this machine, now */
    public static Machine here() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        long memory = system instanceof com.sun.management.OperatingSystemMXBean known ? known.getTotalMemorySize() : 0;
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                memory >> 20,
                system.getName() + " " + system.getArch(),
                Runtime.version().toString(),
                system.getSystemLoadAverage());
    }
}
