package io.zhenggai.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.zhenggai.kit.problem.Words;
import io.zhenggai.kit.text.ValueForm;
import java.io.IOException;
import java.util.Optional;

/** Reads a value from a JSON string of its one form, and from nothing else. */
final class ParsedDeserializer<T> extends StdScalarDeserializer<T> {

    private final transient ValueForm<T> form;

    ParsedDeserializer(ValueForm<T> form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            throw new BadValueException(json, form.type(), form.rule());
        }
        String text = json.getText();
        Optional<Words> violation = form.violation(text);
        if (violation.isPresent()) {
            throw new BadValueException(json, form.type(), violation.get());
        }
        return form.parse(text);
    }
}
