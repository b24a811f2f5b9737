package io.zhenggai.embedded.launcher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was typed behind a command: words, {@code --name VALUE} or {@code --name=VALUE}, and {@code --name} by itself. */
public final class Options {

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();
    private final List<String> words = new ArrayList<>();

    private Options() {}

    /**
     * Understands what was typed.
     *
     * @param withValue the options that have a value, with their dashes
     * @param alone the options that have none
     * @throws UsageException when an option is unknown, there twice, or without its value
     */
    public static Options parse(List<String> arguments, Set<String> withValue, Set<String> alone) {
        Options options = new Options();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (argument.startsWith("-")) {
                options.add(argument, rest, withValue, alone);
            } else {
                options.words.add(argument);
            }
        }
        return options;
    }

    private void add(String argument, Iterator<String> rest, Set<String> withValue, Set<String> alone) {
        int sign = argument.indexOf('=');
        String name = sign < 0 ? argument : argument.substring(0, sign);
        boolean isNew;
        if (withValue.contains(name)) {
            isNew = values.put(name, sign < 0 ? behind(name, rest) : argument.substring(sign + 1)) == null;
        } else if (alone.contains(argument)) {
            isNew = flags.add(argument);
        } else {
            throw new UsageException("Unknown option " + argument + ".");
        }
        if (!isNew) {
            throw new UsageException(name + " is given twice.");
        }
    }

    private static String behind(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new UsageException(name + " needs a value behind it.");
        }
        return rest.next();
    }

    /** @return what is no option, in order */
    public List<String> words() {
        return List.copyOf(words);
    }

    /**
     * @param atMost how many words there may be
     * @param rule what is said of one more, such as {@code up takes no further words}
     * @throws UsageException when there are more
     */
    public void requireWords(int atMost, String rule) {
        if (words.size() > atMost) {
            throw new UsageException(rule + ", not " + words.get(atMost) + ".");
        }
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
     * @param least 0 or more
     * @return the number that was given
     * @throws UsageException when it is none, or not from {@code least} to {@code most}
     */
    public int number(String name, int otherwise, int least, int most) {
        return value(name).map(text -> number(name, text, least, most)).orElse(otherwise);
    }

    private static int number(String name, String text, int least, int most) {
        long number = text.matches("[0-9]{1,10}") ? Long.parseLong(text) : -1;
        if (number < least || number > most) {
            throw new UsageException("%s must be a number from %d to %d, not %s.".formatted(name, least, most, text));
        }
        return (int) number;
    }
}
