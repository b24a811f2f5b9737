package io.zhenggai.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.zhenggai.kit.problem.Words;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads a value from a JSON string of one form, and from nothing else. */
final class ParsedDeserializer<T> extends StdScalarDeserializer<T> {

    private final transient Function<String, T> parser;
    private final transient Words form;
    private final transient Predicate<T> bounds;
    private final transient Words bound;

    /**
     * @param parser throws {@link DateTimeException} or {@link IllegalArgumentException} when the text is not of the form
     * @param form what is said then, and of what is no string
     */
    ParsedDeserializer(Class<T> type, Function<String, T> parser, Words form, Predicate<T> bounds, Words bound) {
        super(type);
        this.parser = parser;
        this.form = form;
        this.bounds = bounds;
        this.bound = bound;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            throw new BadValueException(json, handledType(), form);
        }
        T value;
        try {
            value = parser.apply(json.getText());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new BadValueException(json, handledType(), form);
        }
        if (!bounds.test(value)) {
            throw new BadValueException(json, handledType(), bound);
        }
        return value;
    }
}
