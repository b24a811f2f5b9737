package io.zhenggai.acceptance.system;

import io.zhenggai.embedded.system.LocalPorts;
import io.zhenggai.embedded.system.LocalSystem;
import io.zhenggai.embedded.system.LocalSystemConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole system, started once for all tests of this JVM and handed to whoever asks for a {@link LocalSystem}. Its
 * business clocks stand at the morning on which the 2021 notice was printed.
 */
public final class RunningSystem implements ParameterResolver {

    /** 2021-10-19 08:00 in Shanghai. */
    public static final Instant MORNING_OF_THE_NOTICE = Instant.parse("2021-10-19T00:00:00Z");

    /** How long it may take until all events have had their effects; long, since other builds may share the machine. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(RunningSystem.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalSystem.class;
    }

    @Override
    public LocalSystem resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(LocalSystem.class, key -> new Closing(start()), Closing.class)
                .system();
    }

    private static LocalSystem start() {
        Path module = Path.of("").toAbsolutePath();
        return LocalSystem.start(
                LocalSystemConfig.of(module.getParent(), module.resolve("target/system"), LocalPorts.free())
                        .beginningAnew()
                        .withClockAt(MORNING_OF_THE_NOTICE));
    }

    /** Ends the system with the last test. */
    private record Closing(LocalSystem system) implements AutoCloseable {
        @Override
        public void close() {
            system.close();
        }
    }
}
