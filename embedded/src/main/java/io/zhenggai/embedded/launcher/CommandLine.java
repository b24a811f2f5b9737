package io.zhenggai.embedded.launcher;

import io.zhenggai.embedded.system.LocalPorts;
import java.util.List;
import java.util.Set;

/**
 * What was typed behind {@code ./run}, understood.
 *
 * @param command what to do
 * @param account of the command TOKEN, otherwise empty
 * @param fresh whether the data kept so far is thrown away
 * @param portOffset 0 to {@link LocalPorts#LARGEST_OFFSET}
 */
record CommandLine(Command command, String account, boolean fresh, int portOffset) {

    enum Command {
        UP,
        TOKEN
    }

    /** @throws UsageException when something is missing, unknown or out of bounds */
    static CommandLine parse(List<String> arguments) {
        Options options = Options.parse(arguments, Set.of("--port-offset"), Set.of("--fresh"));
        boolean fresh = options.has("--fresh");
        int portOffset = options.number("--port-offset", 0, 0, LocalPorts.LARGEST_OFFSET);
        List<String> words = options.words();
        String command = words.isEmpty() ? "up" : words.get(0);
        switch (command) {
            case "up" -> {
                options.requireWords(1, "up takes no further words");
                return new CommandLine(Command.UP, "", fresh, portOffset);
            }
            case "token" -> {
                if (words.size() < 2) {
                    throw new UsageException("token needs an account behind it, such as office:410100.");
                }
                options.requireWords(2, "token takes one account");
                if (fresh) {
                    throw new UsageException("--fresh has no meaning with token.");
                }
                return new CommandLine(Command.TOKEN, words.get(1), false, portOffset);
            }
            default -> throw new UsageException("Unknown command " + command + ".");
        }
    }
}
