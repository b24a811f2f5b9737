package io.zhenggai.embedded.launcher;

import io.zhenggai.embedded.system.LocalPorts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

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
        List<String> words = new ArrayList<>();
        boolean fresh = false;
        int portOffset = 0;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (argument.equals("--fresh")) {
                fresh = true;
            } else if (argument.equals("--port-offset")) {
                if (!rest.hasNext()) {
                    throw new UsageException("--port-offset needs a number behind it.");
                }
                portOffset = offset(rest.next());
            } else if (argument.startsWith("--port-offset=")) {
                portOffset = offset(argument.substring("--port-offset=".length()));
            } else if (argument.startsWith("-")) {
                throw new UsageException("Unknown option " + argument + ".");
            } else {
                words.add(argument);
            }
        }
        return ofWords(words, fresh, portOffset);
    }

    private static CommandLine ofWords(List<String> words, boolean fresh, int portOffset) {
        String command = words.isEmpty() ? "up" : words.get(0);
        switch (command) {
            case "up" -> {
                requireWords(words, 1, "up takes no further words");
                return new CommandLine(Command.UP, "", fresh, portOffset);
            }
            case "token" -> {
                if (words.size() < 2) {
                    throw new UsageException("token needs an account behind it, such as office:410100.");
                }
                requireWords(words, 2, "token takes one account");
                if (fresh) {
                    throw new UsageException("--fresh has no meaning with token.");
                }
                return new CommandLine(Command.TOKEN, words.get(1), false, portOffset);
            }
            default -> throw new UsageException("Unknown command " + command + ".");
        }
    }

    private static void requireWords(List<String> words, int atMost, String rule) {
        if (words.size() > atMost) {
            throw new UsageException(rule + ", not " + words.get(atMost) + ".");
        }
    }

    private static int offset(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > LocalPorts.LARGEST_OFFSET) {
            throw new UsageException(
                    "--port-offset must be a number from 0 to " + LocalPorts.LARGEST_OFFSET + ", not " + text + ".");
        }
        return Integer.parseInt(text);
    }
}
