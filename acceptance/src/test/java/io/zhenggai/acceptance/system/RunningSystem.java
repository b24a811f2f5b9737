package io.zhenggai.acceptance.system;

import io.zhenggai.embedded.system.LocalPorts;
import io.zhenggai.embedded.system.LocalSystem;
import io.zhenggai.embedded.system.LocalSystemConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole system, started once for all tests of this JVM and handed to whoever asks for the {@link Stage}. At first its
 * business clocks stand at the morning on which the 2021 notice was printed.
 */
public final class RunningSystem implements ParameterResolver {

    private static final LocalDateTime MORNING_OF_THE_NOTICE = LocalDateTime.parse("2021-10-19T08:00");

    /**
     * How long it may take until all events have had their effects. Long, since other builds may share the machine, and longer
     * than the 90 seconds for which a mail belongs to a process that was killed while it sent it.
     */
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(RunningSystem.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        Stage.class, key -> new Closing(new Stage(start(), MORNING_OF_THE_NOTICE)), Closing.class)
                .stage();
    }

    private static LocalSystem start() {
        Path module = Path.of("").toAbsolutePath();
        return LocalSystem.start(LocalSystemConfig.of(
                        module.getParent(), module.resolve("target/system"), LocalPorts.free())
                .beginningAnew()
                .withClockAt(MORNING_OF_THE_NOTICE.atZone(Stage.SHANGHAI).toInstant()));
    }

    /** Ends the system with the last test. */
    private record Closing(Stage stage) implements AutoCloseable {
        @Override
        public void close() {
            stage.system().close();
        }
    }
}
