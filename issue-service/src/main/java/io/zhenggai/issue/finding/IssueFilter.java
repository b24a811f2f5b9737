package io.zhenggai.issue.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.issue.ledger.Category;
import io.zhenggai.issue.ledger.IssueSource;
import io.zhenggai.issue.ledger.IssueStatus;
import io.zhenggai.issue.ledger.Level;
import io.zhenggai.issue.ledger.RequestKind;
import io.zhenggai.issue.ledger.Severity;
import io.zhenggai.issue.search.Folded;
import io.zhenggai.kit.calendar.Light;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.text.RegionCodeText;
import io.zhenggai.kit.text.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * What a list of issues is narrowed to. Of several values of one filter an issue has one; what is absent narrows nothing. Days are those of
 * Asia/Shanghai, the first and the last included.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record IssueFilter(
        @Parameter(description = "of these campaigns 整改行动标识") @RestQuery @Size(max = MOST_VALUES)
        List<@NotNull UUID> campaignId,

        @Parameter(description = "codes of cities or demonstration zones 省辖市、示范区代码") @RestQuery @Size(max = MOST_VALUES)
        List<@NotNull @RegionCodeText String> city,

        @Parameter(description = "codes of the very regions 地区代码") @RestQuery @Size(max = MOST_VALUES)
        List<@NotNull @RegionCodeText String> region,

        @Parameter(description = "where it stands 状态") @RestQuery @Size(max = MOST_VALUES)
        List<@NotNull IssueStatus> status,

        @Parameter(description = "where it was found first 问题来源") @RestQuery @Size(max = MOST_VALUES)
        List<@NotNull IssueSource> source,

        @Parameter(description = "what it is about 问题类别") @RestQuery @Size(max = MOST_VALUES)
        List<@NotNull Category> category,

        @Parameter(description = "how grave it is 严重程度") @RestQuery @Size(max = MOST_VALUES)
        List<@NotNull Severity> severity,

        @Parameter(
                description = "how near what is due is today: the deadline, or the next stage review 红黄绿灯，只含有待办期限的问题")
        @RestQuery
        @Size(max = MOST_VALUES)
        List<@NotNull Light> light,

        @Parameter(description = "which level verifies it; of what is assigned 由哪一级验收，只含已交办的问题")
        @RestQuery
        @Size(max = MOST_VALUES)
        List<@NotNull Level> verifier,

        @Parameter(description = "what was asked for and is not decided yet 待审批的申请") @RestQuery @Size(max = MOST_VALUES)
        List<@NotNull RequestKind> pendingRequest,

        @Parameter(description = "which unit leads 牵头单位") @RestQuery @Size(max = MOST_VALUES)
        List<@NotBlank @Text(max = MOST_CHARACTERS) String> leadUnit,

        @Parameter(description = "which unit helps 配合单位") @RestQuery @Size(max = MOST_VALUES)
        List<@NotBlank @Text(max = MOST_CHARACTERS) String> cooperatingUnit,

        @Parameter(description = "which unit registered it 登记单位") @RestQuery @Size(max = MOST_VALUES)
        List<@NotBlank @Text(max = MOST_CHARACTERS) String> registeredUnit,

        @Parameter(description = "who is responsible 责任人") @RestQuery @Size(max = MOST_VALUES)
        List<@NotBlank @Text(max = MOST_CHARACTERS) String> responsiblePerson,

        @Parameter(description = "who closed it 验收人") @RestQuery @Size(max = MOST_VALUES)
        List<@NotBlank @Text(max = MOST_CHARACTERS) String> verifiedBy,

        @Parameter(
                description = "of these documents or complaints, blanks and full or half width aside 来源文号，不区分空格和全角、半角")
        @RestQuery
        @Size(max = MOST_VALUES)
        List<@NotBlank @Text(max = MOST_CHARACTERS) String> documentNumber,

        @Parameter(description = "of these items of the documents, which are named too 来源条目号，须同时给出来源文号")
        @RestQuery
        @Size(max = MOST_VALUES)
        List<@NotBlank @Text(max = MOST_CHARACTERS) String> itemNumber,

        @Parameter(
                description =
                        "words that its texts hold, each of two characters or more; several, with blanks between them, are all held. Texts are"
                                + " the ledger number, the description, the cause, the goal, the result, the lasting mechanism, units,"
                                + " the responsible person and document numbers 全文检索：每个词至少两个字，多个词以空格隔开，须同时包含；检索台账编号、问题描述、原因分析、"
                                + "整改目标、整改结果、长效措施、单位、责任人和来源文号")
        @RestQuery
        @Text(max = MOST_CHARACTERS)
        @Nullable
        String q,

        @Parameter(
                description =
                        "what of it waits for the caller; ANY for whatever does, and each issue tells it then 等待本人办理的事项，ANY 表示任一事项")
        @RestQuery
        @Size(max = MOST_VALUES)
        List<@NotNull Duty> waitingForMe,

        @Parameter(description = "how its ledger number begins 台账编号开头，如 ZG2021-410100")
        @RestQuery
        @Pattern(regexp = "ZG([12][0-9]{0,3}(-[0-9]{0,6}(-[0-9]{0,9})?)?)?")
        @Nullable
        String number,

        @Parameter(description = "registered: first day 登记起") @RestQuery @Nullable
        LocalDate registeredFrom,

        @Parameter(description = "registered: last day 登记止") @RestQuery @Nullable
        LocalDate registeredTo,

        @Parameter(description = "assigned last: first day 交办起") @RestQuery @Nullable
        LocalDate assignedFrom,

        @Parameter(description = "assigned last: last day 交办止") @RestQuery @Nullable
        LocalDate assignedTo,

        @Parameter(description = "to be acknowledged: first day 签收时限起") @RestQuery @Nullable
        LocalDate acknowledgeByFrom,

        @Parameter(description = "to be acknowledged: last day 签收时限止") @RestQuery @Nullable
        LocalDate acknowledgeByTo,

        @Parameter(description = "acknowledged last: first day 签收起") @RestQuery @Nullable
        LocalDate acknowledgedFrom,

        @Parameter(description = "acknowledged last: last day 签收止") @RestQuery @Nullable
        LocalDate acknowledgedTo,

        @Parameter(description = "progress reported last: first day 最近报告进展起") @RestQuery @Nullable
        LocalDate progressFrom,

        @Parameter(description = "progress reported last: last day 最近报告进展止") @RestQuery @Nullable
        LocalDate progressTo,

        @Parameter(description = "to be rectified: first day 整改时限起") @RestQuery @Nullable
        LocalDate deadlineFrom,

        @Parameter(description = "to be rectified: last day 整改时限止") @RestQuery @Nullable
        LocalDate deadlineTo,

        @Parameter(
                description =
                        "due: the deadline, or the next stage review of what is long-term: first day 待办期限（整改时限或下次阶段评估）起")
        @RestQuery
        @Nullable
        LocalDate dueFrom,

        @Parameter(
                description =
                        "due: the deadline, or the next stage review of what is long-term: last day 待办期限（整改时限或下次阶段评估）止")
        @RestQuery
        @Nullable
        LocalDate dueTo,

        @Parameter(description = "reviewed next: first day 下次阶段评估起") @RestQuery @Nullable
        LocalDate stageReviewFrom,

        @Parameter(description = "reviewed next: last day 下次阶段评估止") @RestQuery @Nullable
        LocalDate stageReviewTo,

        @Parameter(description = "when the first answer is due: first day 答复期限起") @RestQuery @Nullable
        LocalDate answerDueFrom,

        @Parameter(description = "when the first answer is due: last day 答复期限止") @RestQuery @Nullable
        LocalDate answerDueTo,

        @Parameter(description = "closed: first day 销号起") @RestQuery @Nullable
        LocalDate closedFrom,

        @Parameter(description = "closed: last day 销号止") @RestQuery @Nullable
        LocalDate closedTo,

        @Parameter(description = "whether what is due is overdue 是否逾期") @RestQuery @Nullable
        Boolean overdue,

        @Parameter(description = "whether somebody is owed an answer 是否有待答复的来源") @RestQuery @Nullable
        Boolean answersOwed,

        @Parameter(description = "whether it was returned 是否退回过") @RestQuery @Nullable
        Boolean returned,

        @Parameter(description = "whether its deadline was moved 是否延期过") @RestQuery @Nullable
        Boolean extended,

        @Parameter(description = "whether a close-out was revoked 是否撤销过销号") @RestQuery @Nullable
        Boolean revoked,

        @Parameter(description = "whether it has evidence 是否有佐证材料") @RestQuery @Nullable
        Boolean withEvidence,

        @Parameter(description = "whether it is one that has come back 是否为反弹问题") @RestQuery @Nullable
        Boolean recurrence,

        @Parameter(description = "whether it was carried over 是否由上一整改行动结转") @RestQuery @Nullable
        Boolean carriedOver,

        @Parameter(description = "merged into this issue, by its id 已并入该问题") @RestQuery @Nullable
        UUID mergedInto,

        @Parameter(description = "this one come back, by its id 该问题的反弹") @RestQuery @Nullable
        UUID recurrenceOf,

        @Parameter(description = "split off from this issue, by its id 由该问题拆分") @RestQuery @Nullable
        UUID splitFrom) {

    private static final int MOST_VALUES = 50;
    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_WORDS = 10;

    /** Keeps its own copy of the values, each once; none where there is no list. */
    public IssueFilter {
        campaignId = kept(campaignId);
        city = kept(city);
        region = kept(region);
        status = kept(status);
        source = kept(source);
        category = kept(category);
        severity = kept(severity);
        light = kept(light);
        verifier = kept(verifier);
        pendingRequest = kept(pendingRequest);
        leadUnit = kept(leadUnit);
        cooperatingUnit = kept(cooperatingUnit);
        registeredUnit = kept(registeredUnit);
        responsiblePerson = kept(responsiblePerson);
        verifiedBy = kept(verifiedBy);
        documentNumber = kept(documentNumber);
        itemNumber = kept(itemNumber);
        waitingForMe = kept(waitingForMe);
    }

    private static <T> List<T> kept(@Nullable List<T> values) {
        return values == null || values.isEmpty()
                ? List.of()
                : values.stream().distinct().toList();
    }

    /**
     * @param newest whether the rows are wanted in the order of registration, of which there are indexes of what is open and of what is due
     * @return the part of it by which rows are found along an index in their order, however few of them there are
     */
    IssueFilter alongAnIndex(boolean newest) {
        List<IssueStatus> open = status.contains(IssueStatus.CLOSED) ? List.of() : status;
        return new IssueFilter(
                List.of(),
                one(city),
                one(region),
                newest ? one(open) : List.of(),
                List.of(),
                List.of(),
                newest ? one(severity) : List.of(),
                newest ? light : List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                newest ? registeredFrom : null,
                newest ? registeredTo : null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Of several values an index finds the rows one value after the other, and not in their order. */
    private static <T> List<T> one(List<T> values) {
        return values.size() == 1 ? values : List.of();
    }

    /** @return the words of {@code q}; none where nothing is searched for */
    List<Folded> words() {
        return q == null ? List.of() : Folded.words(q);
    }

    /** @throws Refusal 400 for {@link #violations} */
    public void check() {
        List<Violation> found = violations();
        if (!found.isEmpty()) {
            throw Refusal.invalid(found);
        }
    }

    /**
     * What no single value tells: a range that ends before it begins, what is searched for with too few characters or too many words.
     *
     * @return each by the name of its filter; empty when nothing is wrong
     */
    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        if (q != null && (words().isEmpty() || words().stream().anyMatch(word -> word.length() < 2))) {
            found.add(Violation.of("q", "每个检索词至少两个字", "each word must have two characters or more"));
        }
        if (words().size() > MOST_WORDS) {
            found.add(Violation.of("q", "检索词最多 " + MOST_WORDS + " 个", "at most " + MOST_WORDS + " words"));
        }
        if (!itemNumber.isEmpty() && documentNumber.isEmpty()) {
            found.add(Violation.of("documentNumber", "按条目号筛选时必须填写", "is required where items are named"));
        }
        ordered(found, "registered", registeredFrom, registeredTo);
        ordered(found, "assigned", assignedFrom, assignedTo);
        ordered(found, "acknowledgeBy", acknowledgeByFrom, acknowledgeByTo);
        ordered(found, "acknowledged", acknowledgedFrom, acknowledgedTo);
        ordered(found, "progress", progressFrom, progressTo);
        ordered(found, "deadline", deadlineFrom, deadlineTo);
        ordered(found, "due", dueFrom, dueTo);
        ordered(found, "stageReview", stageReviewFrom, stageReviewTo);
        ordered(found, "answerDue", answerDueFrom, answerDueTo);
        ordered(found, "closed", closedFrom, closedTo);
        return found;
    }

    private static void ordered(List<Violation> found, String name, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            found.add(Violation.of(
                    name + "To",
                    "不能早于 " + name + "From（" + from + "）",
                    "must not be before " + name + "From, " + from));
        }
    }
}
