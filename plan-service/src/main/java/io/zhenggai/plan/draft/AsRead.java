package io.zhenggai.plan.draft;

import io.zhenggai.plan.notice.NoticeReading;
import io.zhenggai.plan.notice.Read;
import io.zhenggai.plan.notice.ReadDate;
import io.zhenggai.plan.notice.ReadDemand;
import io.zhenggai.plan.notice.ReadPhase;
import io.zhenggai.plan.notice.ReadSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a draft begins with: the reading in plain values, READ and PROPOSED alike. */
final class AsRead {

    private AsRead() {}

    static DraftContent content(NoticeReading reading) {
        return new DraftContent(
                value(reading.documentNumber()),
                value(reading.title()),
                value(reading.noticeTitle()),
                value(reading.issuingBody()),
                values(reading.addressees()),
                values(reading.copies()),
                date(reading.printedOn()),
                date(reading.start()),
                date(reading.end()),
                reading.phases().stream().map(AsRead::phase).toList(),
                reading.sources().stream().map(AsRead::source).toList());
    }

    private static DraftPhase phase(ReadPhase phase) {
        LocalDate deadline = date(phase.deadline());
        return new DraftPhase(
                phase.ordinal(),
                value(phase.name()),
                phase.kind().value(),
                deadline,
                phase.demands().stream().map(demand -> demand(demand, deadline)).toList());
    }

    /** What is due on the last day of its phase is due with its phase. */
    private static DraftDemand demand(ReadDemand demand, @Nullable LocalDate end) {
        LocalDate own = date(demand.deadline());
        return new DraftDemand(
                demand.code(), demand.kind(), demand.title(), own != null && own.equals(end) ? null : own);
    }

    private static DraftSource source(ReadSource source) {
        return new DraftSource(source.code() == null ? null : source.code().name(), source.name());
    }

    private static @Nullable String value(@Nullable Read<String> read) {
        return read == null ? null : read.value();
    }

    private static List<String> values(List<Read<String>> read) {
        return read.stream().map(Read::value).toList();
    }

    private static @Nullable LocalDate date(@Nullable ReadDate read) {
        return read == null ? null : read.value();
    }
}
