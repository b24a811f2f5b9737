package io.zhenggai.issue.supervision;

import io.zhenggai.issue.ledger.Level;
import io.zhenggai.issue.ledger.SupervisedIssue;
import io.zhenggai.kit.identity.RegionScope;
import org.jspecify.annotations.Nullable;

/**
 * Who supervises whom about an issue: who assigned it, or handed it on, whoever has it from them. The province addresses the city's office,
 * whoever in the city has the issue; an office addresses the department that leads, or the county or zone. What an office keeps to itself,
 * and what only the province signs, is the province's.
 *
 * @param issuer 410000, or the code of the office's city
 * @param city of who is addressed
 * @param unit the department that is addressed; null for the office, county or zone itself
 */
record Route(
        String issuer, String city, String region, @Nullable String unit) {

    static Route of(SupervisedIssue issue, SupervisionKind kind, @Nullable SupervisionCause cause) {
        boolean handedOn = cause == SupervisionCause.ACKNOWLEDGEMENT_OVERDUE && issue.allotted();
        boolean ofOffice = kind.isOfOffices() && (issue.assignedBy() == Level.CITY || handedOn);
        return ofOffice && isHandedDown(issue) ? byOffice(issue) : byProvince(issue);
    }

    /** Whether somebody other than the office itself has it. */
    static boolean isHandedDown(SupervisedIssue issue) {
        return issue.leadUnit() != null || !issue.region().equals(issue.city());
    }

    static Route byProvince(SupervisedIssue issue) {
        return new Route(RegionScope.PROVINCE_CODE, issue.city(), issue.city(), null);
    }

    static Route byOffice(SupervisedIssue issue) {
        return new Route(issue.city(), issue.city(), issue.region(), issue.leadUnit());
    }
}
