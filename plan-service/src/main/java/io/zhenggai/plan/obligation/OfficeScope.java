package io.zhenggai.plan.obligation;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.util.Optional;

/**
 * Who may see what an office owes and files: the office itself, everybody in its city, and the province. Counties and
 * departments read what their office has filed, although they see only their own share of the ledger.
 */
public final class OfficeScope {

    private OfficeScope() {}

    /** @throws Refusal 403 for those whose part of the province is no region */
    public static RegionScope of(Caller caller) {
        return switch (caller.role()) {
            case PROVINCE, OFFICE, INDICATOR_LEAD, COUNTY, DEPARTMENT, LEADER, AUDITOR ->
                new RegionScope(caller.scope().city(), Optional.empty(), Optional.empty());
            case MEMBER_UNIT, SYSTEM ->
                throw new Refusal(
                        ProblemType.FORBIDDEN,
                        "此内容仅供各级工改办及其辖区查看。",
                        "This is for the offices and their regions to read.");
        };
    }
}
