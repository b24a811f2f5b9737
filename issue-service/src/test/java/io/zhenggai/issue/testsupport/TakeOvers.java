package io.zhenggai.issue.testsupport;

import io.zhenggai.issue.ledger.FormerEntry;
import io.zhenggai.issue.ledger.IssueStatus;
import io.zhenggai.issue.ledger.TakeOver;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How issues stand in ledgers that were kept until now. */
public final class TakeOvers {

    private static final LocalDate ASSIGNED = LocalDate.of(2021, 9, 1);
    private static final LocalDate DUE = LocalDate.of(2021, 12, 31);

    private TakeOvers() {}

    /** @return one of which the ledger tells all that the state needs, and nothing that it does not */
    public static TakeOver standing(IssueStatus status) {
        return switch (status) {
            case REGISTERED -> bare(status);
            case CLOSED -> closed(null, ASSIGNED, DUE, LocalDate.of(2021, 10, 1));
            default -> open(status, ASSIGNED, DUE);
        };
    }

    /** @return one of which the ledger tells nothing but its status */
    public static TakeOver bare(IssueStatus status) {
        return new TakeOver(
                status,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                FormerEntry.NONE);
    }

    public static TakeOver assigned(LocalDate assignedOn, LocalDate deadline) {
        return open(IssueStatus.ASSIGNED, assignedOn, deadline);
    }

    /** @return the same with another status */
    public static TakeOver as(IssueStatus status, TakeOver from) {
        return new TakeOver(
                status,
                from.registeredOn(),
                from.assignedOn(),
                from.deadline(),
                from.leadUnit(),
                from.cooperatingUnits(),
                from.responsiblePerson(),
                from.causeAnalysis(),
                from.rectificationGoal(),
                from.progress(),
                from.result(),
                from.lastingMechanism(),
                from.closedOn(),
                from.verifiedBy(),
                from.former());
    }

    public static TakeOver closed(
            @Nullable LocalDate registeredOn, LocalDate assignedOn, LocalDate deadline, LocalDate closedOn) {
        return new TakeOver(
                IssueStatus.CLOSED,
                registeredOn,
                assignedOn,
                deadline,
                "住建局",
                List.of("自然资源和规划局"),
                "张建设",
                "信息未共享",
                "压减办理时间",
                null,
                "已整改到位",
                null,
                closedOn,
                "李验收",
                FormerEntry.NONE);
    }

    private static TakeOver open(IssueStatus status, LocalDate assignedOn, LocalDate deadline) {
        return new TakeOver(
                status,
                null,
                assignedOn,
                deadline,
                "住建局",
                List.of("自然资源和规划局"),
                "张建设",
                "信息未共享",
                null,
                "已完成一半",
                null,
                null,
                null,
                null,
                FormerEntry.NONE);
    }
}
