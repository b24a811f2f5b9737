package io.zhenggai.kit.event.rebuild;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.EventData;
import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.kit.event.Projection;
import io.zhenggai.kit.event.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Keeps the last text of each note; tries to emit an event, which it must not, when the text says so. */
@ApplicationScoped
class NoteProjection implements Projection {

    private static final String PUT =
            "insert into note (id, text) values (?, ?) on conflict (id) do update set text = excluded.text";

    private final AgroalDataSource dataSource;
    private final Outbox outbox;

    NoteProjection(AgroalDataSource dataSource, Outbox outbox) {
        this.dataSource = dataSource;
        this.outbox = outbox;
    }

    @Override
    public String aggregateType() {
        return "note";
    }

    @Override
    public List<String> tables() {
        return List.of("note");
    }

    @Override
    public boolean reads(String type) {
        return type.equals("note.changed.v1");
    }

    @Override
    public void keep(List<Event> events) {
        events.forEach(this::put);
    }

    private void put(Event event) {
        String text = event.state(Note.class).text();
        if (text.equals("emit")) {
            outbox.append(List.of(new NewEvent(
                    "note", event.aggregateId(), 2, "note.changed.v1", event.occurredAt(), EventData.of(text))));
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setObject(1, event.aggregateId());
            put.setString(2, text);
            put.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the note could not be stored", e);
        }
    }

    record Note(String text) {}
}
