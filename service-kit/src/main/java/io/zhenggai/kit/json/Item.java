package io.zhenggai.kit.json;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.zhenggai.kit.problem.Refusal;
import java.util.Optional;

/**
 * One of several things that a request asks for at once, read and checked by itself: what is wrong with one keeps nobody else back.
 *
 * @param value what is asked for; empty when it is refused
 * @param refusal 400 with what is wrong, the fields by their paths in the item, an empty one for the item as a whole
 */
@JsonDeserialize(using = ItemDeserializer.class)
public record Item<T>(Optional<T> value, Optional<Refusal> refusal) {

    static <T> Item<T> of(T value) {
        return new Item<>(Optional.of(value), Optional.empty());
    }

    static <T> Item<T> refused(Refusal refusal) {
        return new Item<>(Optional.empty(), Optional.of(refusal));
    }
}
