package io.zhenggai.plan.campaign;

import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.text.Characters;
import io.zhenggai.kit.text.ValueForm;
import io.zhenggai.kit.time.DateBounds;
import io.zhenggai.plan.obligation.ObligationCode;
import io.zhenggai.plan.obligation.ObligationKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules that a campaign is checked against before it is published. */
final class CampaignRules {

    private static final int MOST_PHASES = 20;
    private static final int MOST_SOURCES = 50;
    private static final int MOST_ADDRESSEES = 100;

    /** A summary is asked for some days after the campaign's last day; months later is a misprint. */
    private static final int MONTHS_TO_FILE = 3;

    private static final Pattern SOURCE_CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,49}");

    private final List<Violation> broken = new ArrayList<>();

    private CampaignRules() {}

    /** @return every rule that is broken; none: it may be published */
    static List<Violation> check(NewCampaign campaign) {
        CampaignRules rules = new CampaignRules();
        rules.checkHead(campaign);
        rules.checkDates(campaign);
        rules.checkPhases(campaign);
        rules.checkSources(campaign.sources());
        return List.copyOf(rules.broken);
    }

    private void checkHead(NewCampaign campaign) {
        if (campaign.documentNumber() != null) {
            text("documentNumber", campaign.documentNumber(), 100);
        }
        text("title", campaign.title(), 200);
        if (campaign.noticeTitle() != null) {
            text("noticeTitle", campaign.noticeTitle(), 200);
        }
        text("issuingBody", campaign.issuingBody(), 100);
        names("addressees", campaign.addressees());
        names("copies", campaign.copies());
    }

    private void names(String field, List<String> names) {
        most(field, names, MOST_ADDRESSEES);
        for (int i = 0; i < names.size(); i++) {
            text(field + "[" + i + "]", names.get(i), 200);
        }
    }

    private void checkDates(NewCampaign campaign) {
        if (campaign.printedOn() != null) {
            date("printedOn", campaign.printedOn());
        }
        boolean dated = date("start", campaign.start()) & date("end", campaign.end());
        if (dated && campaign.end().isBefore(campaign.start())) {
            add("end", "不得早于开始日期（" + campaign.start() + "）", "must not be before the start, " + campaign.start());
        }
    }

    private void checkPhases(NewCampaign campaign) {
        most("phases", campaign.phases(), MOST_PHASES);
        Set<ObligationCode> demanded = EnumSet.noneOf(ObligationCode.class);
        LocalDate before = campaign.start();
        for (int i = 0; i < campaign.phases().size(); i++) {
            String field = "phases[" + i + "]";
            NewPhase phase = campaign.phases().get(i);
            if (!required(field, phase)) {
                continue;
            }
            checkPhase(field, phase, i + 1);
            checkDemands(field, phase, demanded, campaign);
            if (date(field + ".deadline", phase.deadline())) {
                checkDeadline(field + ".deadline", phase.deadline(), before, campaign.end());
                before = phase.deadline();
            }
        }
    }

    private void checkPhase(String field, NewPhase phase, int ordinal) {
        if (phase.ordinal() != ordinal) {
            add(
                    field + ".ordinal",
                    "阶段须从 1 起连续编号，此处应为 " + ordinal,
                    "must be " + ordinal + ": phases are counted from 1");
        }
        text(field + ".name", phase.name(), 100);
        required(field + ".kind", phase.kind());
    }

    /** Phases follow each other: a deadline lies from that of the phase before to the campaign's last day. */
    private void checkDeadline(
            String field, LocalDate deadline, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
        if (earliest != null && deadline.isBefore(earliest)) {
            add(field, "不得早于整改行动开始日期或上一阶段的时间节点（" + earliest + "）", "must not be before " + earliest);
        }
        if (latest != null && deadline.isAfter(latest)) {
            add(field, "不得晚于整改行动结束日期（" + latest + "）", "must not be after the campaign's last day, " + latest);
        }
    }

    private void checkDemands(String place, NewPhase phase, Set<ObligationCode> demanded, NewCampaign campaign) {
        for (int i = 0; i < phase.demands().size(); i++) {
            String field = place + ".demands[" + i + "]";
            Demand demand = phase.demands().get(i);
            if (!required(field, demand) || !required(field + ".code", demand.code())) {
                continue;
            }
            if (!demanded.add(demand.code())) {
                add(field + ".code", "同一应办事项在一次整改行动中只能要求一次", "is demanded once in a campaign at the most");
            }
            if (demand.kind() != demand.code().kind()) {
                add(
                        field + ".kind",
                        "“" + demand.code().chinese() + "”属于"
                                + demand.code().kind().chinese(),
                        "must be " + demand.code().kind() + " for " + demand.code());
            }
            text(field + ".title", demand.title(), 100);
            checkOwnDeadline(field + ".deadline", demand, phase, campaign);
        }
    }

    /** What is done is done within its phase; what is filed about a phase may be asked for after it. */
    private void checkOwnDeadline(String field, Demand demand, NewPhase phase, NewCampaign campaign) {
        LocalDate deadline = demand.deadline();
        if (deadline == null) {
            return;
        }
        @Nullable LocalDate start = campaign.start();
        if (start != null && deadline.isBefore(start)) {
            add(field, "不得早于整改行动开始日期（" + start + "）", "must not be before the start, " + start);
        }
        if (demand.code().kind() == ObligationKind.FILING) {
            checkFilingDeadline(field, deadline, campaign.end());
            return;
        }
        @Nullable LocalDate phaseEnd = phase.deadline();
        if (phaseEnd != null && deadline.isAfter(phaseEnd)) {
            add(field, "不得晚于本阶段的时间节点（" + phaseEnd + "）", "must not be after the end of its phase, " + phaseEnd);
        }
    }

    private void checkFilingDeadline(String field, LocalDate deadline, @Nullable LocalDate end) {
        if (end != null && DateBounds.hold(end) && deadline.isAfter(end.plusMonths(MONTHS_TO_FILE))) {
            add(
                    field,
                    "不得晚于整改行动结束后 " + MONTHS_TO_FILE + " 个月（" + end.plusMonths(MONTHS_TO_FILE) + "）",
                    "must not be more than " + MONTHS_TO_FILE + " months after the campaign's last day, " + end);
        }
    }

    private void checkSources(List<CampaignSource> sources) {
        most("sources", sources, MOST_SOURCES);
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < sources.size(); i++) {
            String field = "sources[" + i + "]";
            CampaignSource source = sources.get(i);
            if (!required(field, source)) {
                continue;
            }
            if (source.code() == null || !SOURCE_CODE.matcher(source.code()).matches()) {
                add(field + ".code", "须为大写字母、数字和下划线，至多 50 个字符", "must be upper case letters, digits and underscores");
            } else if (!codes.add(source.code())) {
                add(field + ".code", "问题来源代码重复", "stands twice");
            }
            text(field + ".name", source.name(), 200);
        }
    }

    private boolean date(String field, @Nullable LocalDate date) {
        if (!required(field, date)) {
            return false;
        }
        if (!DateBounds.hold(date)) {
            add(field, ValueForm.DATE.bound().zh(), ValueForm.DATE.bound().en());
        }
        return DateBounds.hold(date);
    }

    private void text(String field, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            add(field, "必须填写", "is required");
        } else if (Characters.count(text) > most) {
            add(field, "至多 " + most + " 个字", "must have at most " + most + " characters");
        } else if (!Characters.belongInText(text)) {
            add(field, "含有不可用的控制字符或不完整的字符", "holds control characters or halves of characters");
        }
    }

    private boolean required(String field, @Nullable Object value) {
        if (value == null) {
            add(field, "必须填写", "is required");
        }
        return value != null;
    }

    private void most(String field, List<?> list, int most) {
        if (list.size() > most) {
            add(field, "至多 " + most + " 项", "must have at most " + most + " entries");
        }
    }

    private void add(String field, String zh, String en) {
        broken.add(Violation.of(field, zh, en));
    }
}
