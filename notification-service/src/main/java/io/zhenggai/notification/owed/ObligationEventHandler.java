package io.zhenggai.notification.owed;

import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.EventHandler;
import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.kit.region.Regions;
import io.zhenggai.notification.planning.Deadline;
import io.zhenggai.notification.planning.ObligationState;
import io.zhenggai.notification.planning.ObligationStatus;
import io.zhenggai.notification.planning.Owed;
import io.zhenggai.notification.planning.OwedKind;
import io.zhenggai.notification.planning.Party;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps up to date what is owed of obligations, by two statements an event. No projection: the rows of obligations and issues share a
 * table, and who plans reminders notes in it what was read.
 */
@ApplicationScoped
class ObligationEventHandler implements EventHandler {

    private static final Set<OwedKind> KINDS = EnumSet.of(OwedKind.FILING, OwedKind.ACTION, OwedKind.RETURNED_FILING);

    private final OwedTable owed;
    private final Regions regions;

    ObligationEventHandler(OwedTable owed, Regions regions) {
        this.owed = owed;
        this.regions = regions;
    }

    @Override
    public String aggregateType() {
        return "obligation";
    }

    @Override
    public boolean reads(String type) {
        return type.startsWith("obligation.") && type.endsWith(".v1");
    }

    @Override
    public void on(Event event) {
        State state = event.state(State.class);
        Optional<Owed> now = state.known(event, label(state)).flatMap(ObligationState::owed);
        List<OwedKind> settled = KINDS.stream()
                .filter(kind -> now.map(Owed::kind).filter(kind::equals).isEmpty())
                .toList();
        owed.settle(event.aggregateId(), settled);
        now.ifPresent(one -> owed.put(row(one, event.aggregateId(), state.campaignId())));
    }

    /** The province trains each city: 18 things of one title, told apart by whom they are for. */
    private String label(State state) {
        String title = state.title().replaceAll("\\s+", " ").strip();
        return Optional.ofNullable(state.subjectRegion())
                .flatMap(code -> regions.find(new RegionCode(code)))
                .filter(subject -> !title.contains(subject.name()))
                .map(subject -> title + "（" + subject.name() + "）")
                .orElse(title);
    }

    private static OwedRow row(Owed owed, UUID id, UUID campaignId) {
        RegionCode region = owed.owedBy().region();
        return new OwedRow(
                owed.kind(),
                id,
                campaignId,
                owed.label(),
                region.cityCode().orElse(region).value(),
                region.value(),
                Optional.empty(),
                owed.deadline().dueOn(),
                owed.deadline().version(),
                owed.deadline().since());
    }

    /** What is read of an obligation's state; the sender's has more. Null for a status or kind that this service does not know. */
    record State(
            UUID campaignId,
            @Nullable Kind kind,
            String title,
            String region,
            @Nullable String subjectRegion,
            LocalDate deadline,
            long deadlineVersion,
            Instant openedAt,
            @Nullable ObligationStatus status,
            int returns,
            @Nullable LocalDate resubmitBy,
            @Nullable Instant returnedAt) {

        enum Kind {
            FILING,
            ACTION
        }

        /** Empty when it is of a kind or in a status that nobody here can remind of. */
        Optional<ObligationState> known(Event event, String label) {
            if (kind == null || status == null) {
                return Optional.empty();
            }
            Instant since = deadlineVersion == 1 ? openedAt : event.occurredAt();
            return Optional.of(new ObligationState(
                    event.aggregateId().toString(),
                    OwedKind.valueOf(kind.name()),
                    label,
                    Party.office(new RegionCode(region)),
                    status,
                    new Deadline(deadline, deadlineVersion, since),
                    resubmission(event)));
        }

        private Optional<Deadline> resubmission(Event event) {
            return Optional.ofNullable(resubmitBy)
                    .filter(date -> status == ObligationStatus.RETURNED)
                    .map(date -> new Deadline(
                            date, returns, Optional.ofNullable(returnedAt).orElse(event.occurredAt())));
        }
    }
}
