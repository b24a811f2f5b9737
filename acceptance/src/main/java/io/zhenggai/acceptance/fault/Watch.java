package io.zhenggai.acceptance.fault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Counts in a service's own database, in the transactions of its commands and effects, what is committed: the events appended
 * and the versions that had their effect. The services know nothing of it.
 */
final class Watch {

    private static final String INSTALL = """
            create schema watch;
            create table watch.appended (
                seq bigint generated always as identity, aggregate_type text, aggregate_id uuid, version bigint,
                event_id uuid, type text, outbox_id bigint);
            create table watch.effect (
                seq bigint generated always as identity, aggregate_type text, aggregate_id uuid, version bigint);
            create function watch.note_appended() returns trigger language plpgsql security definer as $$
            begin
                insert into watch.appended (aggregate_type, aggregate_id, version, event_id, type, outbox_id)
                values (new.aggregate_type, new.aggregate_id, new.aggregate_version, new.event_id, new.type, new.id);
                return null;
            end $$;
            create function watch.note_effect() returns trigger language plpgsql security definer as $$
            begin
                insert into watch.effect (aggregate_type, aggregate_id, version)
                values (new.aggregate_type, new.aggregate_id, new.version);
                return null;
            end $$;
            create trigger watch_appended after insert on public.outbox
                for each row execute function watch.note_appended();
            create trigger watch_effect after insert or update on public.consumed_version
                for each row execute function watch.note_effect();
            insert into watch.appended (aggregate_type, aggregate_id, version, event_id, type, outbox_id)
                select aggregate_type, aggregate_id, aggregate_version, event_id, type, id from public.outbox order by id;
            """;
    private static final String APPENDED =
            "select aggregate_type, aggregate_id, version, event_id, type from watch.appended order by seq";
    private static final String EFFECTS = "select aggregate_type, aggregate_id, version from watch.effect order by seq";

    private Watch() {}

    /**
     * An event as its command appended it.
     *
     * @param type such as {@code issue.closed.v1}
     */
    record Appended(Aggregate aggregate, long version, UUID eventId, String type) {}

    /** That a version has had its effect; versions of one aggregate that come in one transaction count as the last of them. */
    record Effect(Aggregate aggregate, long version) {}

    /** @throws SQLException when it is there already */
    static void install(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(INSTALL);
        }
    }

    /** @return in the order of each aggregate's transactions */
    static List<Appended> appended(Connection database) throws SQLException {
        List<Appended> appended = new ArrayList<>();
        try (PreparedStatement read = database.prepareStatement(APPENDED);
                ResultSet row = read.executeQuery()) {
            while (row.next()) {
                appended.add(
                        new Appended(aggregate(row), row.getLong(3), row.getObject(4, UUID.class), row.getString(5)));
            }
        }
        return appended;
    }

    /** @return in the order of each aggregate's transactions */
    static List<Effect> effects(Connection database) throws SQLException {
        List<Effect> effects = new ArrayList<>();
        try (PreparedStatement read = database.prepareStatement(EFFECTS);
                ResultSet row = read.executeQuery()) {
            while (row.next()) {
                effects.add(new Effect(aggregate(row), row.getLong(3)));
            }
        }
        return effects;
    }

    private static Aggregate aggregate(ResultSet row) throws SQLException {
        return new Aggregate(row.getString(1).intern(), row.getObject(2, UUID.class));
    }
}
