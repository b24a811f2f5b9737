package io.zhenggai.embedded.process;

import java.nio.file.Path;
import java.util.List;

/** Something did not start. The first line of the message says what and why, further lines are the end of its log. */
public final class StartFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final int LINES = 20;

    /** A reason that needs no log, as one sentence. */
    public StartFailedException(String reason) {
        super(reason);
    }

    /** A process that ended or did not become ready. */
    public StartFailedException(String reason, WatchedProcess process) {
        super(message(reason, process.log(), process.lastLines(LINES)));
    }

    private static String message(String reason, Path log, List<String> lastLines) {
        if (lastLines.isEmpty()) {
            return reason + " Its log " + log + " is empty.";
        }
        return reason + " The end of " + log + ":\n  " + String.join("\n  ", lastLines);
    }
}
