package io.zhenggai.acceptance.fault;

import static io.zhenggai.embedded.system.LocalService.ISSUE;
import static io.zhenggai.embedded.system.LocalService.NOTIFICATION;
import static io.zhenggai.embedded.system.LocalService.PLAN;
import static io.zhenggai.embedded.system.LocalService.REPORT;

import io.zhenggai.embedded.system.LocalService;
import io.zhenggai.embedded.system.LocalSystem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each consumer keeps of another service's tables, and those tables. Both are asked for a key and for the columns that both have,
 * as one text; what the consumer does not keep, by its documentation, is left out by the question to the owner.
 */
final class Projections {

    private static final String ISSUES =
            "select id::text, row(event_version, status, region_code, city_code, campaign_id)::text from issue";
    private static final String TITLES = "select id::text, title from campaign";

    /** What was never told has version 0. */
    private static final String TOLD = " where event_version > 0";

    private static final List<Pair> PAIRS = List.of(
            new Pair("issues in plan-service", ISSUE, ISSUES, PLAN, ISSUES),
            new Pair("issues in report-service", ISSUE, ISSUES, REPORT, ISSUES),
            new Pair("campaigns in issue-service", PLAN, """
                    select id::text, row(title, starts, ends, (
                        select array_agg(source ->> 'code' order by (source ->> 'code') collate "C")
                        from jsonb_array_elements(sources) source))::text
                    from campaign
                    """, ISSUE, """
                    select id::text, row(title, starts, ends, (
                        select array_agg(source order by source collate "C") from unnest(sources) source))::text
                    from campaign
                    """),
            new Pair("campaigns in report-service", PLAN, TITLES, REPORT, TITLES),
            new Pair("campaigns in notification-service", PLAN, TITLES, NOTIFICATION, TITLES),
            new Pair(
                    "filings in report-service",
                    PLAN,
                    filings() + TOLD + " and code in ('PLAN', 'SUMMARY_REPORT')",
                    REPORT,
                    filings()),
            new Pair("plans in report-service", PLAN, plans() + TOLD, REPORT, plans()),
            new Pair(
                    "training sessions in report-service",
                    PLAN,
                    sessions("subject_region"),
                    REPORT,
                    sessions("subject_region_code")),
            new Pair("owed of obligations in notification-service", PLAN, """
                    select case when status = 'RETURNED' then 'RETURNED_FILING'
                                when code in ('PLAN', 'SUMMARY_REPORT') then 'FILING' else 'ACTION' end || ' of ' || id,
                           row(campaign_id, region_code,
                               case status when 'RETURNED' then resubmit_by else deadline end,
                               case status when 'RETURNED' then returns else deadline_version end)::text
                    from obligation where event_version > 0 and status in ('OPEN', 'RETURNED')
                    """, NOTIFICATION, """
                    select kind || ' of ' || owed_id, row(campaign_id, region_code, due_on, version)::text
                    from owed where active and kind not like 'ISSUE%'
                    """),
            // The versions of these deadlines are counted by who is told of them: their owner has none.
            new Pair("owed of issues in notification-service", ISSUE, """
                    select 'ISSUE_ACKNOWLEDGEMENT of ' || id,
                           row(campaign_id,
                               case when assigned_by = 'PROVINCE' and allotted_at is null and lead_unit is null
                                    then city_code else region_code end,
                               city_code, nullif(trim(lead_unit), ''), acknowledge_by)::text
                    from issue where status = 'ASSIGNED' and acknowledge_by is not null
                    union all
                    select 'ISSUE_RECTIFICATION of ' || id,
                           row(campaign_id, region_code, city_code, nullif(trim(lead_unit), ''), deadline)::text
                    from issue where status in ('ASSIGNED', 'ACKNOWLEDGED', 'IN_RECTIFICATION') and deadline is not null
                    """, NOTIFICATION, """
                    select kind || ' of ' || owed_id, row(campaign_id, region_code, city_code, unit, due_on)::text
                    from owed where active and kind like 'ISSUE%'
                    """));

    private Projections() {}

    /** Two questions whose answers must be the same. */
    private record Pair(String name, LocalService owner, String owned, LocalService reader, String shown) {}

    /**
     * The answers.
     *
     * @param name such as {@code issues in plan-service}
     * @param owned state by key, as the owner has it
     * @param shown state by key, as the consumer has it
     */
    record Stand(String name, Map<String, String> owned, Map<String, String> shown) {}

    /** @return how each of them stands */
    static List<Stand> of(LocalSystem local) throws SQLException {
        List<Stand> stands = new ArrayList<>();
        for (Pair pair : PAIRS) {
            stands.add(new Stand(
                    pair.name(),
                    answer(local, pair.owner(), pair.owned()),
                    answer(local, pair.reader(), pair.shown())));
        }
        return stands;
    }

    private static Map<String, String> answer(LocalSystem local, LocalService service, String question)
            throws SQLException {
        Map<String, String> states = new HashMap<>();
        try (Connection database = local.openDatabase(service);
                PreparedStatement read = database.prepareStatement(question);
                ResultSet row = read.executeQuery()) {
            while (row.next()) {
                states.put(row.getString(1), row.getString(2));
            }
        }
        return states;
    }

    private static String filings() {
        return "select id::text, row(campaign_id, region_code, code, deadline, first_submitted_at, late)::text"
                + " from obligation";
    }

    private static String plans() {
        return "select id::text, row(campaign_id, region_code, status, document_number, goal_count, task_count,"
                + " measure_count, first_submitted_at, returns)::text from plan";
    }

    /** The one column has a name of its own in each service. */
    private static String sessions(String subject) {
        return "select id::text, row(campaign_id, kind, region_code, " + subject
                + ", held_on, units, counties, participants, experts)::text from training_session";
    }
}
