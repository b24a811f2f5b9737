package io.zhenggai.issue.ledger;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.problem.Violation;
import java.util.ArrayList;
import java.util.List;

/** What may be put right on the spot 立行立改, beside what may be registered at all. */
final class OnTheSpotRules {

    private OnTheSpotRules() {}

    /**
     * @param registration the rules of a registration that the issue breaks
     * @return every rule that is broken, by its path in the body
     */
    static List<Violation> check(Caller caller, List<Violation> registration, NewIssue issue, CauseAnalysis cause) {
        List<Violation> broken = new ArrayList<>();
        registration.forEach(violation ->
                broken.add(new Violation("issue." + violation.field(), violation.row(), violation.message())));
        if (issue.severity() != Severity.GENERAL) {
            broken.add(Violation.of(
                    "issue.severity",
                    "立行立改只适用于“" + Severity.GENERAL.chinese() + "”问题，其他问题请登记后按程序交办",
                    "only what is GENERAL is put right on the spot; register anything else and have it assigned"));
        }
        if (caller.role() == Role.DEPARTMENT
                && caller.unit()
                        .filter(unit -> Compared.of(unit).equals(Compared.of(cause.leadUnit())))
                        .isEmpty()) {
            broken.add(Violation.of(
                    "causeAnalysis.leadUnit",
                    "部门立行立改的，牵头单位须为本部门",
                    "a department puts right on the spot what it leads itself"));
        }
        return broken;
    }
}
