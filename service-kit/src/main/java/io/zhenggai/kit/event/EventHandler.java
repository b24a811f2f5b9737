package io.zhenggai.kit.event;

/**
 * What a service does when another one speaks: one bean for each aggregate type that it listens to. Knows no Kafka.
 *
 * <p>It reads the state of every event that is to have an effect: a body that is no JSON, or another one, is found there.
 *
 * <p>It is called once for each event, in the order of the aggregate's versions, within the transaction that also moves the
 * offset; there is no order between aggregates, so it tolerates that what it refers to is not there yet. An exception makes
 * the event a dead letter, unless the database was merely out of reach.
 */
public interface EventHandler {

    /** @return the aggregate type whose topic is read, such as {@code issue} */
    String aggregateType();

    /**
     * @param type an event type with its major version
     * @return whether this handler reads it; what it does not read is passed over and counted
     */
    boolean reads(String type);

    /**
     * Gives the event its effect.
     *
     * @throws UnreadableEventException when it can never have one
     */
    void on(Event event);
}
