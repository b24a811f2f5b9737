package io.zhenggai.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;

/** Reads an item from a copy of what stands there, so that the reading goes on behind it whatever it is. JSON that is broken is broken as a whole. */
final class ItemDeserializer extends JsonDeserializer<Item<?>> implements ContextualDeserializer {

    private final JavaType type;

    /** For Jackson, which asks for the one of the type in question before it reads. */
    @SuppressWarnings("unused")
    ItemDeserializer() {
        this(null);
    }

    private ItemDeserializer(JavaType type) {
        this.type = type;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        return new ItemDeserializer(context.getContextualType().containedType(0));
    }

    @Override
    public Item<?> deserialize(JsonParser json, DeserializationContext context) throws IOException {
        try (TokenBuffer copy = context.bufferAsCopyOfValue(json);
                JsonParser item = copy.asParserOnFirstToken()) {
            return Item.of(context.<Object>readValue(item, type));
        } catch (InvalidDefinitionException ourFault) {
            throw ourFault;
        } catch (JsonMappingException e) {
            return Item.refused(JsonProblems.refusalOfItem(e));
        }
    }

    @Override
    public Item<?> getNullValue(DeserializationContext context) {
        return Item.refused(JsonProblems.noItem());
    }
}
