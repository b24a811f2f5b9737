package io.zhenggai.issue.paper;

import io.zhenggai.issue.evidence.Evidence;
import io.zhenggai.issue.ledger.Complainant;
import io.zhenggai.issue.ledger.IssueDossier;
import io.zhenggai.issue.ledger.IssueFields;
import io.zhenggai.issue.ledger.IssueRequest;
import io.zhenggai.issue.ledger.SourceItemView;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.history.HistoryEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The papers in the file of an issue 一问题一档, in the order in which they are numbered. */
final class DossierPapers {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessTime.ZONE);

    private final IssueDossier dossier;
    private final IssueFields issue;
    private final String region;
    private final List<Evidence> evidence;

    /** @param region in words */
    DossierPapers(IssueDossier dossier, String region, List<Evidence> evidence) {
        this.dossier = dossier;
        this.issue = dossier.life().line().issue();
        this.region = region;
        this.evidence = evidence;
    }

    /** @return those that there is something to say in */
    List<PaperFile> all() {
        List<PaperFile> papers = new ArrayList<>();
        papers.add(new PaperFile("01-台账信息.docx", ledger()));
        papers.add(new PaperFile("02-问题来源.docx", sources()));
        papers.add(new PaperFile("03-办理过程.docx", history()));
        if (!dossier.requests().isEmpty()) {
            papers.add(new PaperFile("04-申请事项.docx", requests()));
        }
        if (CloseOutForm.isThereFor(issue)) {
            papers.add(new PaperFile("05-销号申请表.docx", new CloseOutForm(dossier.life(), region, evidence).bytes()));
        }
        return papers;
    }

    private byte[] ledger() {
        OfficialDocument document = new OfficialDocument("整改台账信息");
        document.line("台账编号：" + issue.ledgerNumber());
        int label = 1_500;
        int half = OfficialDocument.TEXT_WIDTH / 2 - label;
        OfficialTable table = document.table(List.of(label, half, label, half));
        table.pairs(List.of("状态", issue.status().chinese(), "所属地区", region));
        table.pairs(List.of(
                "问题来源", issue.source().chinese(), "问题类别", issue.category().chinese()));
        table.pairs(List.of("严重程度", issue.severity().chinese(), "登记时间", minute(issue.registeredAt())));
        table.pairs(List.of(
                "验收层级",
                Optional.ofNullable(issue.verifier())
                        .map(level -> level.chinese())
                        .orElse(""),
                "交办时间",
                minute(issue.assignedAt())));
        table.pairs(List.of("签收时间", minute(issue.acknowledgedAt()), "整改时限", day(issue.deadline())));
        table.pairs(List.of("牵头单位", text(issue.leadUnit()), "责任人", text(issue.responsiblePerson())));
        table.pairs(List.of("销号时间", minute(issue.closedAt()), "验收人", text(issue.verifiedBy())));
        table.wide("配合单位", List.of(String.join("、", issue.cooperatingUnits())));
        table.wide("问题描述", List.of(issue.description()));
        table.wide("原因分析", List.of(text(issue.causeAnalysis())));
        table.wide("整改目标", List.of(text(issue.rectificationGoal())));
        table.wide("整改进展", List.of(text(issue.progress())));
        table.wide("整改结果", List.of(text(issue.result())));
        table.wide("长效措施", List.of(text(issue.lastingMechanism())));
        table.wide("阶段目标", List.of(text(issue.stageGoal())));
        table.wide("备注", List.of(text(Remarks.of(dossier.life().line()))));
        return document.bytes();
    }

    private byte[] sources() {
        OfficialDocument document = new OfficialDocument("问题来源");
        document.line("台账编号：" + issue.ledgerNumber());
        int label = 1_500;
        int half = OfficialDocument.TEXT_WIDTH / 2 - label;
        OfficialTable table = document.table(List.of(label, half, label, half));
        for (SourceItemView item : dossier.sourceItems()) {
            table.pairs(List.of("问题来源", item.source().chinese(), "来源日期", day(item.dated())));
            table.pairs(List.of("来源文号", text(item.documentNumber()), "条目号", text(item.itemNumber())));
            table.wide("来源原文", List.of(text(item.textReceived())));
            table.pairs(List.of("反映人", complainant(item.complainant()), "答复对象", text(item.answerOwedTo())));
            table.pairs(List.of("答复期限", day(item.answerDueOn()), "答复日期", day(item.answeredOn())));
            table.wide("答复内容", List.of(text(item.answer())));
            table.pairs(List.of(
                    "回访结果",
                    Optional.ofNullable(item.callBack())
                            .map(said -> said.chinese())
                            .orElse(""),
                    "回访日期",
                    day(item.calledBackOn())));
        }
        return document.bytes();
    }

    private byte[] history() {
        OfficialDocument document = new OfficialDocument("办理过程");
        document.line("台账编号：" + issue.ledgerNumber());
        OfficialTable table = document.table(List.of(1_900, 1_600, 2_298, 3_500));
        table.headings(List.of("时间", "办理事项", "办理人", "意见或理由"));
        for (HistoryEntry entry : dossier.life().history()) {
            table.texts(List.of(
                    minute(entry.at()),
                    DossierTerms.deed(entry.action()),
                    entry.name() + "（" + DossierTerms.role(entry.role()) + "）",
                    text(entry.reason())));
        }
        return document.bytes();
    }

    private byte[] requests() {
        OfficialDocument document = new OfficialDocument("申请事项");
        document.line("台账编号：" + issue.ledgerNumber());
        OfficialTable table = document.table(List.of(1_500, 3_400, 1_698, 2_700));
        table.headings(List.of("事项", "申请内容", "申请人及时间", "办理结果"));
        for (IssueRequest request : dossier.requests()) {
            table.texts(List.of(
                    request.kind().chinese(),
                    asked(request),
                    request.askedBy() + "\n" + minute(request.askedAt()),
                    settled(request)));
        }
        return document.bytes();
    }

    private static String asked(IssueRequest request) {
        return Stream.of(
                        Optional.of(request.reason()),
                        Optional.ofNullable(request.deadline()).map(until -> "申请延期至：" + until),
                        Optional.ofNullable(request.suggestedUnit()).map(unit -> "建议承办单位：" + unit),
                        Optional.ofNullable(request.stageGoal()).map(goal -> "阶段目标：" + goal),
                        Optional.ofNullable(request.stageReviewOn()).map(on -> "下次阶段评估：" + on))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    private static String settled(IssueRequest request) {
        String state =
                switch (request.state()) {
                    case PENDING -> "待审批";
                    case GRANTED -> "同意";
                    case REFUSED -> "不同意";
                    case WITHDRAWN -> "已撤回";
                    case LAPSED -> "已失效";
                };
        return Stream.of(
                        Optional.of(state),
                        Optional.ofNullable(request.opinion()),
                        Optional.ofNullable(request.settledBy()),
                        Optional.ofNullable(request.settledAt()).map(DossierPapers::minute))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    private static String complainant(@Nullable Complainant complainant) {
        return complainant == null
                ? ""
                : Stream.of(complainant.name(), complainant.contact())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("，"));
    }

    private static String minute(@Nullable Instant moment) {
        return moment == null ? "" : MINUTE.format(moment);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
