package io.zhenggai.acceptance.client;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options behind a command: {@code --name VALUE} or {@code --name=VALUE}, and {@code --name} by itself. */
public final class Options {

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();

    private Options() {}

    /**
     * Understands what was typed.
     *
     * @param withValue the options that have a value, with their dashes
     * @param alone the options that have none
     * @throws UsageException when something is unknown, twice there, or without its value
     */
    public static Options parse(List<String> arguments, Set<String> withValue, Set<String> alone) {
        Options options = new Options();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            int sign = argument.indexOf('=');
            String name = sign < 0 ? argument : argument.substring(0, sign);
            boolean twice;
            if (withValue.contains(name)) {
                twice = options.values.put(name, sign < 0 ? behind(name, rest) : argument.substring(sign + 1)) != null;
            } else if (alone.contains(argument)) {
                twice = !options.flags.add(argument);
            } else {
                throw new UsageException("Unknown word " + argument + ".");
            }
            if (twice) {
                throw new UsageException(name + " is given twice.");
            }
        }
        return options;
    }

    private static String behind(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new UsageException(name + " needs a value behind it.");
        }
        return rest.next();
    }

    /** @return what was given; empty when the option is not there */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** @return whether the option without value is there */
    public boolean has(String name) {
        return flags.contains(name);
    }

    /**
     * @param otherwise when the option is not there
     * @return the number that was given
     * @throws UsageException when it is none, or not from {@code least} to {@code most}
     */
    public long number(String name, long otherwise, long least, long most) {
        Optional<String> text = value(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        long number = text.filter(digits -> digits.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(-1L);
        if (number < least || number > most) {
            throw new UsageException(name + " must be a whole number from " + least
                    + (most == Long.MAX_VALUE ? "" : " to " + most) + ", not " + text.get() + ".");
        }
        return number;
    }
}
