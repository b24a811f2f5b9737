package io.zhenggai.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.zhenggai.kit.problem.Words;
import io.zhenggai.kit.text.Characters;
import java.io.IOException;

/** Texts as they are stored: in form NFC, without what PostgreSQL cannot keep; a number or a boolean is no text. */
final class TextDeserializer extends StdScalarDeserializer<String> {

    private static final Words NO_TEXT = new Words("须为文本（带引号的字符串）", "must be a text in quotation marks");
    private static final Words NOT_STORABLE =
            new Words("含有无法保存的字符（U+0000 或不完整的字符）", "holds U+0000 or half a character, which cannot be stored");

    TextDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            throw new BadValueException(json, String.class, NO_TEXT);
        }
        return stored(json, json.getText());
    }

    /** @return the text in its stored form */
    static String stored(JsonParser json, String text) throws BadValueException {
        if (!Characters.areStorable(text)) {
            throw new BadValueException(json, String.class, NOT_STORABLE);
        }
        return Characters.normalised(text);
    }
}
