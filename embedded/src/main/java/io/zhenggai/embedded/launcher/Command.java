package io.zhenggai.embedded.launcher;

import io.zhenggai.embedded.identity.UnknownAccountException;
import io.zhenggai.embedded.process.QuietLog;
import io.zhenggai.embedded.process.StartFailedException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The frame of the commands of {@code ./run}. */
public final class Command {

    private Command() {}

    /** What a command does. */
    public interface Body {

        /**
         * @param out takes what is told to people, in UTF-8
         * @return exit status
         */
        int run(PrintStream out) throws Exception;
    }

    /**
     * Runs a command and ends this JVM with its exit status: the body's own; 1 when something could not be started, 2 for wrong
     * words. What its user can mend is told in a sentence and not by a stack trace.
     *
     * @throws Exception whatever else comes out of the body; the JVM goes on
     */
    public static void run(Body body) throws Exception {
        QuietLog.begin();
        System.exit(status(utf8(System.out), utf8(System.err), body));
    }

    static int status(PrintStream out, PrintStream err, Body body) throws Exception {
        try {
            return body.run(out);
        } catch (UsageException | UnknownAccountException e) {
            err.println(e.getMessage() + " See ./run help.");
            return 2;
        } catch (StartFailedException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
