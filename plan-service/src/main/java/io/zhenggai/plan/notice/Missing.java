package io.zhenggai.plan.notice;

import io.zhenggai.plan.notice.date.DayUnknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what was not found, field by field. */
final class Missing {

    private final List<NotFound> missing = new ArrayList<>();

    private final UnreadTimes times;

    private Missing(UnreadTimes times) {
        this.times = times;
    }

    /**
     * @param reading what was found
     * @param announced what the notice says of its phases
     * @param unread demands that are there, but could not be read
     * @param times sentences with times that were not understood
     */
    static List<NotFound> in(
            NoticeReading reading, Optional<PhaseAnnouncement> announced, List<NotFound> unread, UnreadTimes times) {
        Missing missing = new Missing(times);
        missing.text("documentNumber", reading.documentNumber(), "文号", "the document number");
        missing.text("title", reading.title(), "方案标题", "the title of a plan");
        missing.text("noticeTitle", reading.noticeTitle(), "通知标题", "the title of the notice");
        missing.text("issuingBody", reading.issuingBody(), "发文机关", "the issuing body");
        missing.list("addressees", reading.addressees(), "主送机关", "addressees");
        missing.list("copies", reading.copies(), "抄送机关", "copies");
        missing.date("printedOn", reading.printedOn(), "印发日期", "the printed date", List.of());
        missing.date("start", reading.start(), "开始时间", "the start", missing.aroundPeriod(reading.start()));
        missing.date("end", reading.end(), "结束时间", "the end", missing.aroundPeriod(reading.end()));
        missing.phases(reading.phases(), announced);
        missing.demands(reading.phases(), reading.demandsOutsidePhases(), unread);
        missing.sources(reading.sources());
        missing.missing.addAll(times.unclear(reading, missing.missing));
        return missing.missing;
    }

    private void add(String field, String zh, String en) {
        missing.add(NotFound.of(field, zh, en));
    }

    private void text(String field, @Nullable Read<?> read, String zh, String en) {
        if (read == null) {
            add(field, "未能从文中识别" + zh, en + " could not be recognised in the text");
        }
    }

    private void list(String field, List<?> read, String zh, String en) {
        if (read.isEmpty()) {
            add(field, "未能从文中识别" + zh, en + " could not be recognised in the text");
        }
    }

    private List<String> aroundPeriod(@Nullable ReadDate read) {
        return read == null ? times.aroundPeriod() : List.of();
    }

    /** @param hints sentences that may state the day, for where it was not found */
    private void date(String field, @Nullable ReadDate read, String zh, String en, List<String> hints) {
        if (read == null) {
            String quotedZh = hints.isEmpty() ? "" : "；未能判断是否与此有关的句子：“" + String.join("”“", hints) + "”";
            String quotedEn = hints.isEmpty() ? "" : "; sentences that may say it: " + String.join(" ", hints);
            add(field, "未能从文中识别" + zh + quotedZh, en + " could not be recognised in the text" + quotedEn);
        } else if (read.value() == null) {
            DayUnknown why = Optional.ofNullable(read.unknown()).orElse(DayUnknown.UNCLEAR);
            add(field, "“" + read.words() + "”" + zh(why), read.words() + " " + en(why));
        }
    }

    private void phases(List<ReadPhase> phases, Optional<PhaseAnnouncement> announced) {
        if (phases.isEmpty()) {
            add(
                    "phases",
                    announced
                            .map(said -> "文中说分 " + said.count() + " 个阶段，但未能从文中识别各阶段的名称和时间")
                            .orElse("未能从文中识别各阶段"),
                    announced
                            .map(
                                    said -> said.count()
                                            + " phases are announced, but their names and times could not be recognised in the text")
                            .orElse("phases could not be recognised in the text"));
        }
        for (int i = 0; i < phases.size(); i++) {
            ReadPhase phase = phases.get(i);
            text("phases[" + i + "].name", phase.name(), "第 " + phase.ordinal() + " 阶段的名称", "the name");
            date(
                    "phases[" + i + "].deadline",
                    phase.deadline(),
                    "第 " + phase.ordinal() + " 阶段的时间节点",
                    "the deadline",
                    phase.deadline() == null ? times.inPhase(i) : List.of());
        }
    }

    private void sources(List<ReadSource> sources) {
        list("sources", sources, "整改内容（问题来源）一节", "sources of issues");
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).code() == null) {
                add("sources[" + i + "].code", "未能识别这一问题来源属于哪一类", "the entry names no known source");
            }
        }
    }

    private void demands(List<ReadPhase> phases, List<ReadDemand> outside, List<NotFound> unread) {
        for (int i = 0; i < phases.size(); i++) {
            demands("phases[" + i + "].demands", phases.get(i).demands());
        }
        demands("demandsOutsidePhases", outside);
        if (outside.isEmpty()
                && phases.stream().allMatch(phase -> phase.demands().isEmpty())) {
            add("phases.demands", "未能从文中识别报送或培训等要求", "demands could not be recognised in the text");
        }
        missing.addAll(unread);
    }

    private void demands(String field, List<ReadDemand> demands) {
        for (int i = 0; i < demands.size(); i++) {
            ReadDemand demand = demands.get(i);
            if (demand.code() == null) {
                add(
                        field + "[" + i + "].code",
                        "“" + demand.title() + "”不属于系统能够列入进度表的应办事项",
                        demand.title() + " is no obligation that can be kept on the board");
            }
            if (demand.deadline() != null) {
                date(field + "[" + i + "].deadline", demand.deadline(), "", "", List.of());
            }
        }
    }

    private static String zh(DayUnknown why) {
        return switch (why) {
            case NO_YEAR -> "没有年份，也未能从文号、标题、印发日期中识别年份";
            case NO_YEAR_FITS -> "没有年份，按文中的年份推算会早于印发日期或上一阶段";
            case NO_SUCH_DAY -> "是不存在的日期";
            case UNCLEAR -> "不能确定是哪一天";
            case NO_PRINTED_DATE -> "指印发日期，未能从文中识别印发日期";
        };
    }

    private static String en(DayUnknown why) {
        return switch (why) {
            case NO_YEAR ->
                "has no year, and none could be recognised in the document number, the titles or the printed date";
            case NO_YEAR_FITS ->
                "has no year; those of the document would put it before the printed date or the phase before";
            case NO_SUCH_DAY -> "is no day of the calendar";
            case UNCLEAR -> "means no single day";
            case NO_PRINTED_DATE -> "means the printed date, which could not be recognised in the text";
        };
    }
}
