package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.misprint.Misprint;
import io.zhenggai.plan.notice.text.BrokenLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was read from a notice. What is null or empty was not found, and {@code notFound} says so.
 *
 * @param title of the plan that the notice sends round
 * @param noticeTitle of the notice itself
 * @param addressees 主送, as they stand there, one entry between commas
 * @param offices the codes of the regional offices that the addressees mean; null where that cannot be derived
 * @param copies 抄送
 * @param demandsOutsidePhases what is demanded and falls into no phase
 * @param joinedLines where broken lines were joined, the first 500 places
 */
public record NoticeReading(
        @Nullable Read<String> documentNumber,
        @Nullable Read<String> title,
        @Nullable Read<String> noticeTitle,
        @Nullable Read<String> issuingBody,
        List<Read<String>> addressees,
        @Nullable Read<List<String>> offices,
        List<Read<String>> copies,
        @Nullable ReadDate printedOn,
        @Nullable ReadDate start,
        @Nullable ReadDate end,
        List<ReadPhase> phases,
        List<ReadDemand> demandsOutsidePhases,
        List<ReadSource> sources,
        List<BrokenLine> joinedLines,
        List<Misprint> suspectedMisprints,
        List<NotFound> notFound) {

    private static final int MOST_JOINED = 500;

    /** Keeps its own copies. */
    public NoticeReading {
        addressees = List.copyOf(addressees);
        copies = List.copyOf(copies);
        phases = List.copyOf(phases);
        demandsOutsidePhases = List.copyOf(demandsOutsidePhases);
        sources = List.copyOf(sources);
        joinedLines = List.copyOf(joinedLines.subList(0, Math.min(MOST_JOINED, joinedLines.size())));
        suspectedMisprints = List.copyOf(suspectedMisprints);
        notFound = List.copyOf(notFound);
    }

    NoticeReading with(List<NotFound> missing) {
        return new NoticeReading(
                documentNumber,
                title,
                noticeTitle,
                issuingBody,
                addressees,
                offices,
                copies,
                printedOn,
                start,
                end,
                phases,
                demandsOutsidePhases,
                sources,
                joinedLines,
                suspectedMisprints,
                missing);
    }
}
