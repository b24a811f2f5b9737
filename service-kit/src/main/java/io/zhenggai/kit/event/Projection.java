package io.zhenggai.kit.event;

import java.util.List;

/**
 * A handler that does nothing but keep tables of its own from the state in an event, and so can be replayed: its tables can
 * be rebuilt from the topic. Every other handler is a reaction, which is never run a second time for the sake of a table.
 *
 * <p>It writes no table but {@link #tables()}, nobody else writes those, nothing refers to them by a foreign key, its
 * statements name them without a schema, and it appends no events.
 */
public interface Projection extends EventHandler {

    /** @return the tables that it keeps, by their names; at least one */
    List<String> tables();

    /**
     * Brings the tables up to date; {@link io.zhenggai.kit.sql.ManyRows} writes all rows together.
     *
     * @param events of different aggregates, at least one
     * @throws UnreadableEventException when one of them can never have its effect; each is then told alone
     */
    void keep(List<Event> events);

    @Override
    default void on(Event event) {
        keep(List.of(event));
    }
}
