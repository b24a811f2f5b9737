package io.zhenggai.issue.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.kit.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What an existing ledger said of an issue and no field of an issue holds: the history has it, so that nothing of that ledger is lost.
 *
 * @param number 原台账编号, in whatever form that ledger had
 * @param verifyingUnit 验收单位
 * @param task 任务; from now on the plan's
 * @param measures 整改措施; from now on the plan's
 * @param responsibleLeader 责任领导
 * @param remarks 备注
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FormerEntry(
        @Text(max = 100) @Nullable String number,
        @Text(max = 100) @Nullable String verifyingUnit,
        @Text(max = 2_000) @Nullable String task,
        @Text(max = 2_000) @Nullable String measures,
        @Text(max = 100) @Nullable String responsibleLeader,
        @Text(max = 2_000) @Nullable String remarks) {

    /** One of which nothing more is known. */
    public static final FormerEntry NONE = new FormerEntry(null, null, null, null, null, null);

    /** What is blank is absent. */
    public FormerEntry {
        number = Stripped.orNull(number);
        verifyingUnit = Stripped.orNull(verifyingUnit);
        task = Stripped.orNull(task);
        measures = Stripped.orNull(measures);
        responsibleLeader = Stripped.orNull(responsibleLeader);
        remarks = Stripped.orNull(remarks);
    }
}
