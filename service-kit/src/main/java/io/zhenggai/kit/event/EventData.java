package io.zhenggai.kit.event;

import java.util.Map;

/**
 * The body of every event (decision 5).
 *
 * @param state the aggregate's whole public state after the event
 * @param change what this event changed, by name; empty where the type says it all
 */
public record EventData<S>(S state, Map<String, Object> change) {

    /** @return data whose type says it all */
    public static <S> EventData<S> of(S state) {
        return new EventData<>(state, Map.of());
    }
}
