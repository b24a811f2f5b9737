package io.zhenggai.embedded.launcher;

import io.zhenggai.embedded.identity.UnknownAccountException;
import io.zhenggai.embedded.process.StartFailedException;
import java.io.PrintStream;

/** How the commands of {@code ./run} end. */
public final class Command {

    private Command() {}

    /** What a command does. */
    public interface Body {

        /** @return exit status */
        int run() throws Exception;
    }

    /**
     * Runs a command; what its user can mend is told in a sentence and not by a stack trace.
     *
     * @param err takes the sentence
     * @return exit status: the body's own; 1 when something could not be started, 2 for wrong words
     * @throws Exception whatever else comes out of the body
     */
    public static int status(PrintStream err, Body body) throws Exception {
        try {
            return body.run();
        } catch (UsageException | UnknownAccountException e) {
            err.println(e.getMessage() + " See ./run help.");
            return 2;
        } catch (StartFailedException e) {
            err.println(e.getMessage());
            return 1;
        }
    }
}
