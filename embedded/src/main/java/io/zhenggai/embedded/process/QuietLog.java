package io.zhenggai.embedded.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/** How the libraries in our own JVMs may speak: warnings and worse, one line each, on standard error. */
public final class QuietLog {

    private QuietLog() {}

    /** Call it first in a main method. */
    public static void begin() {
        try (InputStream in = QuietLog.class.getResourceAsStream("quiet-log.properties")) {
            LogManager.getLogManager().readConfiguration(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
