package io.zhenggai.issue.finding;

import io.zhenggai.issue.ledger.IssueSource;
import io.zhenggai.issue.ledger.Level;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.paging.Conditions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What waits for a caller, as conditions in SQL on a row of {@code issue} within their scope. What two may do waits for the one whose turn it is:
 * for the office until it hands an issue on, then for who has it; for the province what it verifies. Those who only read and
 * systems have nothing to do.
 */
final class Duties {

    private static final String VERIFIED_BY_PROVINCE = "coalesce(issue.verifier = 'PROVINCE', issue.source in ("
            + Arrays.stream(IssueSource.values())
                    .filter(source -> source.defaultVerifier(Role.OFFICE) == Level.PROVINCE)
                    .map(source -> "'" + source.name() + "'")
                    .collect(Collectors.joining(", "))
            + "))";

    private static final String COMPLAINTS = Arrays.stream(IssueSource.values())
            .filter(IssueSource::needsCallBack)
            .map(source -> "'" + source.name() + "'")
            .collect(Collectors.joining(", "));

    /**
     * Asked of one issue at a time, as a value: of what merely exists the database may read all source items first, and take minutes. The ids
     * as an array, so that each is looked up by the index.
     */
    private static final String NOBODY_CALLED_BACK = """
            coalesce((
                select true from source_item as item
                where item.issue_id = any (array(
                          select issue.id union all select merged.id from issue as merged where merged.merged_into = issue.id))
                  and item.source in (%s) and item.call_back is null
                limit 1), false)""".formatted(COMPLAINTS);

    /** Nobody verifies their own request, and none of a department that hosts them. */
    private static final String NOT_ONES_OWN =
            "issue.close_out_requested_by is distinct from :me and issue.first_reviewed_by is distinct from :me";

    private static final String NOT_THE_HOSTS = "issue.lead_unit is distinct from :myUnit";

    /** A unit has a name: nobody's leads nothing. */
    private static final String NOBODYS = "";

    private final Map<Duty, String> conditions = new EnumMap<>(Duty.class);
    private final Caller caller;
    private final LocalDate lastYellow;

    /** @param lastYellow the last day that is yellow today */
    Duties(Caller caller, LocalDate lastYellow) {
        this.caller = caller;
        this.lastYellow = lastYellow;
    }

    /** Only where it is asked for: most lists are narrowed by none of it. */
    private void fill() {
        switch (caller.role()) {
            case PROVINCE -> ofProvince();
            case OFFICE -> ofOffice();
            case COUNTY -> ofWhoHandles("issue.allotted_at is not null", "issue.allotted_at is not null");
            case DEPARTMENT, MEMBER_UNIT -> ofWhoHandles("issue.lead_unit = :myUnit", "issue.lead_unit = :myUnit");
            default -> {}
        }
    }

    private void ofProvince() {
        conditions.put(Duty.ASSIGN, "issue.status = 'REGISTERED' and " + VERIFIED_BY_PROVINCE);
        conditions.put(Duty.CLOSE, "issue.status = 'FIRST_REVIEWED' and " + NOT_ONES_OWN);
        conditions.put(Duty.DECIDE_REQUEST, isDecidedBy(Level.PROVINCE));
        conditions.put(Duty.REVIEW_STAGE, stageIsDue(VERIFIED_BY_PROVINCE));
    }

    private void ofOffice() {
        String holds = "(issue.allotted_at is null or issue.lead_unit = :myUnit)";
        ofWhoHandles("issue.allotted_at is null", holds);
        String cityVerifies = "not " + VERIFIED_BY_PROVINCE + " and " + NOT_THE_HOSTS;
        conditions.put(Duty.ASSIGN, "issue.status = 'REGISTERED' and not " + VERIFIED_BY_PROVINCE);
        conditions.put(
                Duty.ALLOT, "issue.status = 'ACKNOWLEDGED' and issue.allotted_at is null and issue.lead_unit is null");
        conditions.merge(Duty.ANALYSE_CAUSE, "issue.lead_unit is not null", (of, led) -> of + " and " + led);
        conditions.put(Duty.DECIDE_REQUEST, isDecidedBy(Level.CITY) + " and " + NOT_THE_HOSTS);
        conditions.put(
                Duty.CALL_BACK, "issue.status in ('CLOSE_OUT_REQUESTED', 'FIRST_REVIEWED') and " + NOBODY_CALLED_BACK);
        conditions.put(
                Duty.FIRST_REVIEW,
                "issue.status = 'CLOSE_OUT_REQUESTED' and not (" + cityVerifies + ") and " + NOT_ONES_OWN);
        conditions.put(Duty.CLOSE, "issue.status = 'CLOSE_OUT_REQUESTED' and " + cityVerifies + " and " + NOT_ONES_OWN);
        conditions.put(Duty.REVIEW_STAGE, stageIsDue(cityVerifies));
    }

    private void ofWhoHandles(String acknowledges, String handles) {
        conditions.put(Duty.ACKNOWLEDGE, "issue.status = 'ASSIGNED' and " + acknowledges);
        conditions.put(
                Duty.ANALYSE_CAUSE, "issue.status = 'ACKNOWLEDGED' and issue.cause_analysis is null and " + handles);
        conditions.put(
                Duty.RECTIFY, "issue.status = 'ACKNOWLEDGED' and issue.cause_analysis is not null and " + handles);
        conditions.put(Duty.REQUEST_CLOSE_OUT, "issue.status = 'IN_RECTIFICATION' and " + handles);
        conditions.put(Duty.ANSWER, "issue.answers_owed > 0 and " + handles);
    }

    private static String isDecidedBy(Level level) {
        return """
                issue.pending_requests <> '{}' and coalesce((
                    select true from issue_request as request
                    where request.issue_id = issue.id and request.state = 'PENDING' and request.decided_by = '%s'
                      and request.asked_by_person <> :me
                    limit 1), false)""".formatted(level);
    }

    private static String stageIsDue(String verifies) {
        return "issue.status = 'LONG_TERM' and issue.due_on <= :dutyBy and " + verifies;
    }

    /** @return the conditions, each with what it is of; none for who has nothing to do */
    Map<Duty, String> conditions() {
        if (conditions.isEmpty()) {
            fill();
        }
        return conditions;
    }

    /** Leaves what waits for the caller in one of these ways; everything where none is named. */
    void narrow(Conditions issues, Collection<Duty> duties) {
        if (duties.isEmpty()) {
            return;
        }
        String any = conditions().entrySet().stream()
                .filter(duty -> duties.contains(Duty.ANY) || duties.contains(duty.getKey()))
                .map(duty -> "(" + duty.getValue() + ")")
                .collect(Collectors.joining(" or "));
        bind(issues.and(any.isEmpty() ? "false" : any));
    }

    /** Gives the parameters of all of them. */
    void bind(Conditions issues) {
        issues.with("me", caller.person())
                .with("myUnit", caller.unit().orElse(NOBODYS))
                .with("dutyBy", lastYellow);
    }
}
