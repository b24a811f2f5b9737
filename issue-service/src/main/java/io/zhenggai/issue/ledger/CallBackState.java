package io.zhenggai.issue.ledger;

import io.zhenggai.kit.problem.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * What was said at the call-back of one source item.
 *
 * @param result empty where nobody was called back, or not since a return, a revocation, an unmerge or a stage review that resumed the rectification
 */
record CallBackState(IssueSource source, Optional<CallBackResult> result) {

    /**
     * @param explained whether it is explained why the issue is closed although somebody is dissatisfied
     * @throws Refusal 422 when somebody who complained was not called back, or is dissatisfied and that is not explained
     */
    static void requireClosable(List<CallBackState> states, boolean explained) {
        if (states.stream().anyMatch(state -> state.source.needsCallBack() && state.result.isEmpty())) {
            throw Refusal.unprocessable(
                    "sourceItems", "投诉类问题须先回访再销号", "whoever complained is called back before the issue is closed");
        }
        boolean dissatisfied = states.stream()
                .anyMatch(state ->
                        state.result.filter(CallBackResult.DISSATISFIED::equals).isPresent());
        if (dissatisfied && !explained) {
            throw Refusal.unprocessable(
                    "dissatisfactionExplained",
                    "回访结果为不满意的，须说明销号理由",
                    "required since a complainant who was called back is dissatisfied");
        }
    }
}
