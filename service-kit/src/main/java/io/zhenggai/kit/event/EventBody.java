package io.zhenggai.kit.event;

/** The JSON body of an arrived event, which is looked into when the receiver reads it into records of its own. */
public final class EventBody {

    private final EventJson json;
    private final byte[] bytes;

    EventBody(EventJson json, byte[] bytes) {
        this.json = json;
        this.bytes = bytes;
    }

    <S> S state(Class<S> type) {
        return json.state(bytes, type);
    }
}
