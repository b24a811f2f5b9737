package io.zhenggai.kit.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import java.io.IOException;

/** The keys of a map are texts like all others. */
final class TextKeyDeserializer extends KeyDeserializer {

    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
        return TextDeserializer.stored(context.getParser(), key);
    }
}
