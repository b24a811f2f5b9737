package io.zhenggai.plan.notice;

import io.zhenggai.kit.region.Regions;
import io.zhenggai.plan.notice.date.Years;
import io.zhenggai.plan.notice.misprint.Misprint;
import io.zhenggai.plan.notice.misprint.MisprintReader;
import io.zhenggai.plan.notice.text.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a notice. Any text is read, also one that is no notice: then hardly anything is found, and that is said. Safe for use by
 * many threads.
 */
public final class NoticeReader {

    private final AddressedOffices offices;

    /** @param regions the province's, by which addressees are understood */
    public NoticeReader(Regions regions) {
        this.offices = new AddressedOffices(regions);
    }

    /**
     * @param text the whole text, decoded, however its lines end
     * @return what was read; time and space grow with the length of the text and no faster
     */
    public NoticeReading read(String text) {
        Sheet sheet = Sheet.of(text);
        SheetDates dates = SheetDates.of(sheet);
        Years years = dates.years();
        List<PhasePart> parts = PhaseFinder.find(sheet.outline());
        List<Paragraph> outside = PhasePart.outside(parts, sheet.outline().paragraphs());
        Optional<PhaseAnnouncement> announced = PhaseAnnouncement.find(outside);
        Demands demands = DemandReader.read(parts, PhaseReader.read(parts, dates), outside, years);
        List<ReadPhase> phases =
                parts.isEmpty() ? announced.map(PhaseAnnouncement::phases).orElse(List.of()) : demands.phases();
        PeriodReader.Period period = PeriodReader.read(outside, phases, dates);
        NoticeReading reading = new NoticeReading(
                sheet.head().documentNumber(),
                sheet.title(),
                sheet.head().noticeTitle(),
                sheet.issuingBody(),
                sheet.head().addressees(),
                offices.of(sheet).orElse(null),
                sheet.foot().copies(),
                dates.printedOn(),
                period.start(),
                period.end(),
                phases,
                demands.outside(),
                SourceReader.read(sheet.outline()),
                sheet.joined().breaks(),
                misprints(sheet, announced, phases),
                List.of());
        UnreadTimes times = new UnreadTimes(parts, outside, years);
        return reading.with(Missing.in(reading, announced, demands.unread(), times));
    }

    private static List<Misprint> misprints(
            Sheet sheet, Optional<PhaseAnnouncement> announced, List<ReadPhase> phases) {
        List<Misprint> misprints =
                new ArrayList<>(MisprintReader.read(sheet.headLines(), sheet.joined(), sheet.outline()));
        misprints.addAll(Contradictions.find(sheet.head().noticeTitle(), sheet.title(), announced, phases));
        return misprints;
    }
}
