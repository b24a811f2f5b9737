package io.zhenggai.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.zhenggai.kit.problem.Words;

/** A value that breaks a rule which can be said in words; the field is known from the path. */
final class BadValueException extends MismatchedInputException {

    private final transient Words rule;

    BadValueException(JsonParser parser, Class<?> type, Words rule) {
        super(parser, rule.en(), type);
        this.rule = rule;
    }

    Words rule() {
        return rule;
    }
}
