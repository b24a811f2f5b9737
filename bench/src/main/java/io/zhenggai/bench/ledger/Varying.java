package io.zhenggai.bench.ledger;

import java.util.regex.Pattern;

/**
 * A part of a value that is another one each time the statement is sent.
 *
 * @param pattern what such values look like, wherever they stand
 * @param kept how many characters of it stay, in front
 * @param replaced how many behind these are replaced; all the rest where it is more than there are
 * @param variable what {@code pgbench} puts there
 */
record Varying(Pattern pattern, int kept, int replaced, String variable) {

    static Varying of(String pattern, int kept, int replaced, String variable) {
        return new Varying(Pattern.compile(pattern), kept, replaced, variable);
    }
}
