package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.date.Years;
import io.zhenggai.plan.notice.text.Paragraph;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what each phase demands. Within a phase filings and actions count, with a day or without; elsewhere only filings with
 * a day, and they go, as a proposal, to the first phase that lasts until that day.
 */
final class DemandReader {

    private static final int MOST_UNREAD = 20;

    private final List<ReadPhase> phases;
    private final DemandList found = new DemandList();
    private final List<NotFound> unread = new ArrayList<>();

    private DemandReader(List<ReadPhase> phases) {
        this.phases = phases;
    }

    /**
     * @param parts the parts that describe the phases
     * @param phases what was read of them, in the same order
     * @param outside every other paragraph
     */
    static Demands read(List<PhasePart> parts, List<ReadPhase> phases, List<Paragraph> outside, Years years) {
        DemandReader reader = new DemandReader(phases);
        for (int i = 0; i < parts.size(); i++) {
            reader.readWithin(i, parts.get(i), years);
        }
        outside.forEach(paragraph -> reader.readOutside(paragraph, years));
        return reader.demands();
    }

    private void readWithin(int phase, PhasePart part, Years years) {
        ReadDate deadline = phases.get(phase).deadline();
        ReadDate from = phases.get(phase).from();
        Years here = deadline == null || deadline.value() == null
                ? years
                : years.afterPhase(deadline.value().getYear());
        Optional<LocalDate> first = Optional.ofNullable(from).map(ReadDate::value);
        // What only the phase's name speaks of is better quoted from a sentence that says who does it, where there is
        // one.
        List<ReadDemand> named = new ArrayList<>();
        for (Paragraph paragraph : part.paragraphs()) {
            for (DatedSentence one : DatedSentence.of(paragraph, here)) {
                if (one.isTooLong()) {
                    leaveTooLong("phases[" + phase + "].demands", one);
                    continue;
                }
                readFilings("phases[" + phase + "].demands", one, first, false)
                        .forEach(demand -> found.add(demand, phase));
                boolean isHeading = paragraph == part.heading().paragraph()
                        && one.holds(part.heading().begin());
                ActionReader.read(one.sentence()).forEach(isHeading ? named::add : demand -> found.add(demand, phase));
            }
        }
        named.forEach(demand -> found.add(demand, phase));
    }

    private void readOutside(Paragraph paragraph, Years years) {
        for (DatedSentence one : DatedSentence.of(paragraph, years)) {
            if (one.isTooLong()) {
                if (!one.dates().isEmpty()
                        && FilingVerb.mayStandIn(one.sentence().text())) {
                    leaveTooLong("phases", one);
                }
                continue;
            }
            for (ReadDemand demand : readFilings("phases", one, Optional.empty(), true)) {
                Optional<Integer> phase = phaseUntil(demand);
                found.add(phase.isPresent() ? demand.proposed() : demand, phase.orElse(DemandList.NO_PHASE));
            }
        }
    }

    private void leaveUnread(String field, String zh, String en, String sentence) {
        if (unread.size() < MOST_UNREAD) {
            unread.add(NotFound.of(field, zh + "：“" + sentence + "”", en + ": " + sentence));
        }
    }

    private void leaveTooLong(String field, DatedSentence one) {
        leaveUnread(
                field,
                "有一句话太长，其中的要求和日期未作识别",
                "a sentence is too long; what it demands and its days were not read",
                Quote.of(one.sentence()).sentence());
    }

    private List<ReadDemand> readFilings(
            String field, DatedSentence one, Optional<LocalDate> notBefore, boolean onlyDated) {
        String text = one.sentence().text();
        if (!FilingReader.speaksOfFiling(text) || (onlyDated && one.dates().isEmpty())) {
            return List.of();
        }
        if (FilingReader.isRecurring(text)) {
            leaveUnread(
                    field,
                    "有一处定期报送的要求，不能作为一项应办事项列出",
                    "something is to be filed again and again, which is no single demand",
                    text);
            return List.of();
        }
        List<ReadDemand> filings = FilingReader.read(one.sentence(), one.dates(), notBefore.orElse(null));
        if (filings.isEmpty() && !one.dates().isEmpty()) {
            leaveUnread(field, "有一处报送要求，未能识别报送什么", "something is to be filed, but it is not clear what", text);
        }
        if (!one.dates().isEmpty() && filings.stream().anyMatch(demand -> demand.deadline() == null)) {
            leaveUnread(
                    field,
                    "有一处报送要求，未能确定句中的日期是不是其时限",
                    "something is to be filed, but it is not clear whether by a day of the sentence",
                    text);
        }
        return filings.stream()
                .filter(demand -> !onlyDated || demand.deadline() != null)
                .toList();
    }

    private Optional<Integer> phaseUntil(ReadDemand demand) {
        LocalDate day = demand.deadline() == null ? null : demand.deadline().value();
        for (int i = 0; i < phases.size() && day != null; i++) {
            ReadDate deadline = phases.get(i).deadline();
            if (deadline != null && deadline.value() != null && !day.isAfter(deadline.value())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private Demands demands() {
        List<ReadPhase> complete = new ArrayList<>();
        for (int i = 0; i < phases.size(); i++) {
            complete.add(phases.get(i).with(found.of(i)));
        }
        return new Demands(complete, found.of(DemandList.NO_PHASE), unread);
    }
}
