package io.zhenggai.kit.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads as another one does, and refuses what lies out of bounds. */
final class BoundedDeserializer<T> extends StdScalarDeserializer<T> {

    private final transient JsonDeserializer<T> reader;
    private final transient Predicate<T> bounds;

    BoundedDeserializer(Class<T> type, JsonDeserializer<T> reader, Predicate<T> bounds) {
        super(type);
        this.reader = reader;
        this.bounds = bounds;
    }

    @Override
    public @Nullable T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        T value = reader.deserialize(json, context);
        if (value != null && !bounds.test(value)) {
            return context.reportInputMismatch(this, "%s is out of bounds", value);
        }
        return value;
    }
}
