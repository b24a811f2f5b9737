package io.zhenggai.embedded.system;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one local system is to run.
 *
 * @param home the repository: the modules with their built services are its subdirectories
 * @param data where databases, logs, mails and passwords are kept; one system at a time
 * @param fresh whether what is kept there is thrown away first
 * @param ports where everything listens
 * @param clockStart where the business clocks stand still at the start; empty: they tell real time
 * @param jvmOptions of every service
 */
public record LocalSystemConfig(
        Path home, Path data, boolean fresh, LocalPorts ports, Optional<Instant> clockStart, List<String> jvmOptions) {

    /** Small and quick to start rather than quick in the long run: seven JVMs share one machine, perhaps two cores. */
    public static final List<String> SMALL_JVM = List.of(
            "-Xms32m",
            "-Xmx256m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=64m",
            "-Djava.net.preferIPv4Stack=true");

    public LocalSystemConfig {
        home = home.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** A system with the data that is already there, on real time. */
    public static LocalSystemConfig of(Path home, Path data, LocalPorts ports) {
        return new LocalSystemConfig(home, data, false, ports, Optional.empty(), SMALL_JVM);
    }

    /** The same, beginning anew. */
    public LocalSystemConfig beginningAnew() {
        return new LocalSystemConfig(home, data, true, ports, clockStart, jvmOptions);
    }

    /** The same, with the business clocks standing still at this moment from the start. */
    public LocalSystemConfig withClockAt(Instant start) {
        return new LocalSystemConfig(home, data, fresh, ports, Optional.of(start), jvmOptions);
    }

    /** The same, with other options for the JVMs of the services. */
    public LocalSystemConfig withJvmOptions(List<String> options) {
        return new LocalSystemConfig(home, data, fresh, ports, clockStart, options);
    }
}
