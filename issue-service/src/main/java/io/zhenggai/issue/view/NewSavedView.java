package io.zhenggai.issue.view;

import io.zhenggai.issue.finding.IssueFilter;
import io.zhenggai.issue.finding.IssueSort;
import io.zhenggai.issue.finding.SortDirection;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be kept.
 *
 * @param name of which the person has one, on one line; blanks around it are none of it
 * @param filter the filters of the list; {@code {}} for everything
 * @param sort of the list; absent for its own
 * @param direction of the list; absent for that of the order
 */
record NewSavedView(
        @NotBlank @Text(max = 60) String name,
        @NotNull @Valid IssueFilter filter,
        @Nullable IssueSort sort,
        @Nullable SortDirection direction) {

    /** An address has at most 4,000 bytes at the gateway; the rest is for the path, a cursor, and what an export takes besides. */
    static final int LONGEST_QUERY = 3_500;

    /** What the list takes for a sign of bytes that are no text. */
    private static final String REPLACEMENT = "\uFFFD";

    String title() {
        return name.strip();
    }

    Question question() {
        return Question.of(filter, sort, direction);
    }

    /** @return what no single value tells, field by field; whatever passes, the list takes */
    List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        if (title().codePoints().anyMatch(Character::isISOControl)) {
            found.add(Violation.of("name", "名称须为一行文字", "must be one line"));
        }
        filter.violations()
                .forEach(violation ->
                        found.add(new Violation("filter." + violation.field(), violation.row(), violation.message())));
        Question question = question();
        question.parametersWith(REPLACEMENT)
                .forEach(name -> found.add(
                        Violation.of("filter." + name, "含有无法使用的字符", "holds a character that cannot be used")));
        if (question.query().length() > LONGEST_QUERY) {
            found.add(Violation.of(
                    "filter",
                    "筛选条件过多，编入查询地址后不得超过 " + LONGEST_QUERY + " 字节",
                    "holds too much: as a query it may have at most " + LONGEST_QUERY + " bytes"));
        }
        return found;
    }
}
