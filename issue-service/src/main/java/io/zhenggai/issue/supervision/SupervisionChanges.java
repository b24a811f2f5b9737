package io.zhenggai.issue.supervision;

import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.kit.event.outbox.Outbox;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.history.Aggregate;
import io.zhenggai.kit.history.Deed;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.json.FieldChanges;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How supervisions are changed: each change in the transaction at hand with its entry on record and its event. */
@ApplicationScoped
class SupervisionChanges {

    private final SupervisionTable table;
    private final Outbox outbox;
    private final History history;

    SupervisionChanges(SupervisionTable table, Outbox outbox, History history) {
        this.table = table;
        this.outbox = outbox;
        this.history = history;
    }

    /**
     * Something that was done to a supervision, not yet stored.
     *
     * @param before null of a new one
     */
    record Done(
            Supervision supervision,
            SupervisionAction action,
            @Nullable SupervisionFields before) {}

    /**
     * Two statements for all of them, three for each new one and two for each other one.
     *
     * @return those that were stored: what was proposed before is left out
     */
    List<Supervision> store(Act act, List<Done> all) {
        List<Supervision> stored = new ArrayList<>();
        List<NewEvent> events = new ArrayList<>();
        List<Deed> deeds = new ArrayList<>();
        for (Done done : all) {
            Supervision supervision = done.supervision();
            if (done.before() != null) {
                table.update(supervision);
            } else if (!table.add(supervision)) {
                continue;
            }
            stored.add(supervision);
            events.add(SupervisionEvents.of(supervision, done.action(), act.at()));
            deeds.add(new Deed(
                    Aggregate.of(
                            SupervisionEvents.AGGREGATE_TYPE,
                            supervision.id(),
                            supervision.fields().issuer()),
                    supervision.version(),
                    done.action().name(),
                    act,
                    FieldChanges.between(done.before(), supervision.fields())));
        }
        if (!stored.isEmpty()) {
            outbox.append(events);
            history.add(deeds);
        }
        return stored;
    }
}
