package io.zhenggai.plan.obligation;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.kit.event.outbox.Outbox;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.history.Aggregate;
import io.zhenggai.kit.history.Deed;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.json.FieldChanges;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.kit.region.Regions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Opens obligations, lets them follow what is filed and done, and shows them. Every change tells its event and has its history entry in the
 * same transaction.
 */
@ApplicationScoped
public class ObligationService {

    private final ObligationRepository obligations;
    private final Debtors debtors;
    private final Outbox outbox;
    private final History history;
    private final Ids ids;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ObligationService(
            ObligationRepository obligations,
            Regions regions,
            Outbox outbox,
            History history,
            Ids ids,
            WorkingCalendar calendar,
            Clock clock) {
        this.obligations = obligations;
        this.debtors = new Debtors(regions);
        this.outbox = outbox;
        this.history = history;
        this.ids = ids;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Opens what a campaign demands, of everybody who owes it; three round trips for any number of them. */
    @Transactional(TxType.MANDATORY)
    public void open(UUID campaignId, List<Opening> openings, Act act) {
        List<Owing> owing = openings.stream()
                .flatMap(opening -> debtors.of(opening.code()).stream().map(debtor -> new Owing(opening, debtor)))
                .toList();
        // Ids of one millisecond come in any order; lists and board show what was opened together in this one.
        Iterator<UUID> ordered = Stream.generate(ids::next)
                .limit(owing.size())
                .sorted(Comparator.comparing(UUID::toString))
                .iterator();
        List<Obligation> opened = owing.stream()
                .map(one -> one.opened(ordered.next(), campaignId, act.at()))
                .toList();
        // Before persist: what changes between it and the flush costs an update and a version.
        List<NewEvent> events = opened.stream()
                .map(obligation -> ObligationEvents.of(obligation, act.at()))
                .toList();
        obligations.persist(opened);
        outbox.append(events);
        history.add(opened.stream()
                .map(obligation -> deed(obligation, "OPEN", act, null))
                .toList());
    }

    /**
     * Lets the obligation of an office follow what it has filed, forward only; nothing happens where the campaign does not
     * demand it. Four statements.
     */
    @Transactional(TxType.MANDATORY)
    public void follow(UUID campaignId, ObligationCode code, String region, Filing filing, Act act) {
        change("FOLLOW", act, Optional.empty(), campaignId, code, region, obligation -> obligation.follow(filing));
    }

    /**
     * Fulfils an obligation by something that was done; nothing happens where it is fulfilled already, or where the campaign
     * does not demand it. Four statements.
     *
     * @param region who owes it
     * @param subjectRegion the city that it is owed for
     */
    @Transactional(TxType.MANDATORY)
    public void fulfil(UUID campaignId, ObligationCode code, String region, Optional<String> subjectRegion, Act act) {
        change("FULFIL", act, subjectRegion, campaignId, code, region, obligation -> obligation.fulfil(act.at()));
    }

    private void change(
            String action,
            Act act,
            Optional<String> subjectRegion,
            UUID campaignId,
            ObligationCode code,
            String region,
            Predicate<Obligation> intent) {
        Optional<Obligation> owed = obligations.lock(scopeOf(region), campaignId, code, region, subjectRegion);
        if (owed.isEmpty()) {
            return;
        }
        Obligation obligation = owed.get();
        ObligationFields before = obligation.fields();
        if (intent.test(obligation)) {
            outbox.append(List.of(ObligationEvents.of(obligation, act.at())));
            obligations.flush();
            history.add(deed(obligation, action, act, before));
        }
    }

    private static Deed deed(Obligation obligation, String action, Act act, @Nullable ObligationFields before) {
        ObligationFields now = obligation.fields();
        return new Deed(
                Aggregate.of(ObligationEvents.AGGREGATE_TYPE, now.id(), now.region()),
                obligation.version(),
                action,
                act,
                FieldChanges.between(before, now));
    }

    /** @return every obligation of a campaign that the caller may see, by phase */
    @Transactional
    public List<ObligationView> all(Caller caller, UUID campaignId) {
        LocalDate today = today();
        return obligations.all(OfficeScope.of(caller), campaignId).stream()
                .map(obligation -> ObligationView.of(obligation, today, calendar))
                .toList();
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    ObligationView find(Caller caller, UUID id) {
        return obligations
                .find(OfficeScope.of(caller), id)
                .map(obligation -> ObligationView.of(obligation, today(), calendar))
                .orElseThrow(() -> Refusal.notFound("应办事项", "obligation"));
    }

    @Transactional
    Page<ObligationView> list(Caller caller, ObligationFilter filter, PageRequest page) {
        LocalDate today = today();
        return obligations
                .list(OfficeScope.of(caller), filter, page)
                .map(obligation -> ObligationView.of(obligation, today, calendar));
    }

    private record Owing(Opening opening, Debtors.Debtor debtor) {
        private Obligation opened(UUID id, UUID campaignId, Instant now) {
            return new Obligation(id, campaignId, opening, debtor.region(), debtor.subjectRegion(), now);
        }
    }

    private static RegionScope scopeOf(String region) {
        return new RegionCode(region).isProvince() ? RegionScope.province() : RegionScope.city(region);
    }

    private LocalDate today() {
        return BusinessTime.today(clock);
    }
}
