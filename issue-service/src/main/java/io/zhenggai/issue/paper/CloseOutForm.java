package io.zhenggai.issue.paper;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhenggai.issue.evidence.Evidence;
import io.zhenggai.issue.ledger.IssueFields;
import io.zhenggai.issue.ledger.IssueLife;
import io.zhenggai.issue.ledger.IssueStatus;
import io.zhenggai.issue.ledger.Level;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.history.HistoryEntry;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** 销号申请表: what is asked for, and what unit, city and province have said of it so far; the rest is left to pen and seal. */
final class CloseOutForm {

    private static final Set<IssueStatus> REQUESTED =
            EnumSet.of(IssueStatus.CLOSE_OUT_REQUESTED, IssueStatus.FIRST_REVIEWED, IssueStatus.CLOSED);

    private static final String REQUEST = "REQUEST_CLOSE_OUT";
    private static final String FIRST_REVIEW = "FIRST_REVIEW";
    private static final String CLOSE = "CLOSE";
    private static final String TAKE_OVER = "TAKE_OVER";
    private static final int SHOWN_OF_DIGEST = 16;
    private static final int ROOM_FOR_SEAL = 1_500;
    private static final String BY_HAND = "签名（盖章）：　　　　　　　　　　年　　月　　日";

    private final IssueFields issue;
    private final IssueLife life;
    private final String region;
    private final List<Evidence> evidence;

    /** @param region in words */
    CloseOutForm(IssueLife life, String region, List<Evidence> evidence) {
        this.issue = life.line().issue();
        this.life = life;
        this.region = region;
        this.evidence = List.copyOf(evidence);
    }

    /** @return whether a close-out stands requested: what was returned or revoked has none any more */
    static boolean isThereFor(IssueFields issue) {
        return REQUESTED.contains(issue.status());
    }

    /** @return the form as a .docx */
    byte[] bytes() {
        OfficialDocument document = new OfficialDocument("销号申请表");
        document.line("台账编号：" + issue.ledgerNumber());
        int label = 1_500;
        int text = OfficialDocument.TEXT_WIDTH / 2 - label;
        OfficialTable table = document.table(List.of(label, text, label, text));
        String number = text(life.line().sources().get(0).documentNumber());
        table.pairs(List.of("问题来源", issue.source().chinese(), "来源文号", number));
        table.pairs(List.of("所属地区", region, "问题类别", issue.category().chinese()));
        table.pairs(List.of("严重程度", issue.severity().chinese(), "整改时限", deadline()));
        table.pairs(List.of("牵头单位", text(issue.leadUnit()), "责任人", text(issue.responsiblePerson())));
        table.wide("配合单位", List.of(String.join("、", issue.cooperatingUnits())));
        table.wide("问题描述", List.of(issue.description()));
        table.wide("原因分析", List.of(text(issue.causeAnalysis())));
        table.wide("整改目标", List.of(text(issue.rectificationGoal())));
        table.wide("整改结果", List.of(text(issue.result())));
        table.wide("长效措施", List.of(text(issue.lastingMechanism())));
        table.wide("佐证材料", pieces());
        Optional<HistoryEntry> takenOver = takenOver();
        if (takenOver.isPresent()) {
            table.wide("转入说明", saidOf(takenOver.get()));
        } else {
            table.signed("申请人承诺", List.of("本人承诺：以上内容和佐证材料真实、准确、完整，并对其真实性负责。"), signature("申请人", REQUEST), 0);
        }
        table.signed("承办单位\n意见", List.of(), List.of(BY_HAND), ROOM_FOR_SEAL);
        boolean provinceVerifies = issue.verifier() == Level.PROVINCE;
        opinion(table, provinceVerifies ? "市级初审\n意见" : "市级验收\n意见", provinceVerifies ? FIRST_REVIEW : CLOSE);
        if (provinceVerifies) {
            opinion(table, "省级验收\n意见", CLOSE);
        } else {
            table.signed("省级意见", List.of("（本问题由市级验收。）"), List.of(BY_HAND), ROOM_FOR_SEAL);
        }
        return document.bytes();
    }

    /** Nobody has asked for this close-out here, nor pledged anything: it was one already when the issue came. */
    private Optional<HistoryEntry> takenOver() {
        return life.history().stream().noneMatch(entry -> entry.action().equals(REQUEST))
                ? last(TAKE_OVER)
                : Optional.empty();
    }

    private List<String> saidOf(HistoryEntry takenOver) {
        JsonNode former = takenOver.changes().path("former").path("to");
        String day = ChineseDay.of(BusinessTime.dateOf(takenOver.at()));
        List<String> said = new ArrayList<>();
        said.add("本问题由" + takenOver.name() + "于" + day + "从既有台账转入，转入时已销号；销号申请和验收在原台账办理，佐证材料由原办理单位存档，未随台账转入。");
        Optional.ofNullable(issue.closedAt())
                .ifPresent(at -> said.add("销号日期：" + ChineseDay.of(BusinessTime.dateOf(at))));
        said.add("验收人：" + text(issue.verifiedBy()));
        add(said, "验收单位：", former.path("verifyingUnit"));
        add(said, "原台账编号：", former.path("number"));
        return said;
    }

    private static void add(List<String> said, String title, JsonNode known) {
        if (known.isTextual()) {
            said.add(title + known.asText());
        }
    }

    private void opinion(OfficialTable table, String label, String action) {
        List<String> said = last(action)
                .flatMap(entry -> Optional.ofNullable(entry.reason()))
                .map(List::of)
                .orElse(List.of());
        List<String> signed = new ArrayList<>(signature(action.equals(CLOSE) ? "验收人" : "审核人", action));
        signed.add(BY_HAND);
        table.signed(label, said, signed, ROOM_FOR_SEAL);
    }

    private List<String> signature(String title, String action) {
        return last(action)
                .map(entry ->
                        List.of(title + "：" + entry.name() + "　　" + ChineseDay.of(BusinessTime.dateOf(entry.at()))))
                .orElse(List.of());
    }

    /** The last time that it was done since the close-out was requested last. */
    private Optional<HistoryEntry> last(String action) {
        List<HistoryEntry> history = life.history();
        int requested = IntStream.range(0, history.size())
                .filter(i -> history.get(i).action().equals(REQUEST))
                .max()
                .orElse(0);
        return history.stream()
                .skip(requested)
                .filter(entry -> entry.action().equals(action))
                .reduce((earlier, later) -> later);
    }

    private List<String> pieces() {
        return IntStream.range(0, evidence.size())
                .mapToObj(i -> {
                    Evidence piece = evidence.get(i);
                    return (i + 1) + ". " + piece.fileName() + "（SHA-256："
                            + piece.sha256().substring(0, SHOWN_OF_DIGEST) + "…）";
                })
                .toList();
    }

    private String deadline() {
        return Optional.ofNullable(issue.deadline()).map(ChineseDay::of).orElse("");
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
