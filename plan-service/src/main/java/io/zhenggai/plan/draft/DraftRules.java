package io.zhenggai.plan.draft;

import io.zhenggai.kit.problem.Violation;
import io.zhenggai.plan.notice.SourceCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a draft needs before it can be published, beyond what every campaign needs: phases, sources that the ledger knows, and,
 * where something is filed after the end of its phase, a person who has saved the draft since it was read: it may be a misprint.
 */
final class DraftRules {

    private static final Set<String> KNOWN_SOURCES =
            Arrays.stream(SourceCode.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final List<Violation> broken = new ArrayList<>();

    private DraftRules() {}

    /**
     * @param looked whether a person has saved the draft since it was read
     * @param ofCampaign what the campaign's own rules find
     * @return every rule that is broken, one for a field
     */
    static List<Violation> check(DraftContent content, boolean looked, List<Violation> ofCampaign) {
        DraftRules rules = new DraftRules();
        rules.checkPhases(content.phases());
        if (!looked) {
            for (int i = 0; i < content.phases().size(); i++) {
                rules.checkOrder(i, content.phases().get(i));
            }
        }
        rules.checkSources(content.sources());
        Set<String> named = rules.broken.stream().map(Violation::field).collect(Collectors.toSet());
        ofCampaign.stream()
                .filter(violation -> !named.contains(violation.field()))
                .forEach(rules.broken::add);
        return List.copyOf(rules.broken);
    }

    private void checkPhases(List<DraftPhase> phases) {
        if (phases.isEmpty()) {
            broken.add(Violation.of("phases", "至少须有一个阶段", "needs one phase at least"));
        }
        List<Titled> titles = new ArrayList<>();
        for (int i = 0; i < phases.size(); i++) {
            List<DraftDemand> demands = phases.get(i).demands();
            for (int j = 0; j < demands.size(); j++) {
                checkDemand("phases[" + i + "].demands[" + j + "]", demands.get(j), titles);
            }
        }
    }

    private void checkOrder(int place, DraftPhase phase) {
        for (int j = 0; j < phase.demands().size(); j++) {
            LocalDate own = phase.demands().get(j).deadline();
            if (own != null && phase.deadline() != null && own.isAfter(phase.deadline())) {
                broken.add(Violation.of(
                        "phases[" + place + "].demands[" + j + "].deadline",
                        "晚于本阶段的时间节点（" + phase.deadline() + "），请与原文核对，更正或原样保存草稿后再发布",
                        "is after the end of its phase, " + phase.deadline()
                                + ": compare it with the notice and save the draft, corrected or as it is"));
            }
        }
    }

    private record Titled(String field, String title) {}

    private void checkDemand(String field, DraftDemand demand, List<Titled> titles) {
        String title = demand.title() == null ? "" : demand.title().strip();
        if (demand.code() == null) {
            broken.add(Violation.of(
                    field + ".code",
                    "请选择“" + title + "”对应的应办事项，或删除此项",
                    "choose what kind of obligation this is, or take it out"));
        }
        if (title.isEmpty()) {
            return;
        }
        // A mail that names one of the two would seem to name both.
        titles.stream()
                .filter(other -> other.title().contains(title) || title.contains(other.title()))
                .findFirst()
                .ifPresent(other -> broken.add(Violation.of(
                        field + ".title",
                        "与“" + other.title() + "”的名称相互包含，提醒中无法区分",
                        "cannot be told from " + other.title() + " in reminders: one holds the other")));
        titles.add(new Titled(field, title));
    }

    private void checkSources(List<DraftSource> sources) {
        if (sources.isEmpty()) {
            broken.add(Violation.of("sources", "至少须有一个问题来源", "needs one source at least"));
        }
        for (int i = 0; i < sources.size(); i++) {
            @Nullable String code = sources.get(i).code();
            if (code == null || !KNOWN_SOURCES.contains(code)) {
                broken.add(Violation.of(
                        "sources[" + i + "].code",
                        "请选择已有的问题来源，或删除此项：" + String.join("、", known()),
                        "must be one of " + String.join(", ", known())));
            }
        }
    }

    private static List<String> known() {
        return Arrays.stream(SourceCode.values()).map(Enum::name).toList();
    }
}
