package io.zhenggai.issue.ledger;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.issue.search.IssueText;
import io.zhenggai.issue.search.IssueTexts;
import io.zhenggai.kit.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Stores issues that stand further than a new one does, and knows them again by their numbers; for the province, which sees all of them. */
@ApplicationScoped
class TakenOverIssues {

    /** Which no text holds: control characters are refused. An array of arrays would be taken apart by {@code unnest}, too. */
    private static final String BETWEEN_UNITS = "\u001f";

    private static final String INSERT = """
            insert into issue (version, event_version, id, ledger_number, campaign_id, city_code, region_code, source, description,
                               category, severity, status, registered_at, registered_by, answers_owed, verifier, assigned_by, assigned_at,
                               acknowledge_by, cause_analysis, rectification_goal, lead_unit, responsible_person, deadline,
                               deadline_set_by, due_on, progress, progress_at, result, lasting_mechanism, closed_at, verified_by,
                               owed_since, rectifying_since, registered_unit, cooperating_units)
            select 0, 1, id, number, campaign, city, region, source, description,
                   category, severity, status, registered_at, registered_by, 0, verifier, assigned_by, assigned_at,
                   acknowledge_by, cause, goal, lead_unit, person, deadline,
                   deadline_set_by, due_on, progress, progress_at, result, mechanism, closed_at, verified_by,
                   owed_since, rectifying_since, registered_unit, string_to_array(units, chr(31))
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as taken (id, number, campaign, city, region, source, description, category, severity, status, registered_at, registered_by,
                          verifier, assigned_by, assigned_at, acknowledge_by, cause, goal, lead_unit, person, deadline, deadline_set_by,
                          due_on, progress, progress_at, result, mechanism, closed_at, verified_by, owed_since, rectifying_since,
                          registered_unit, units)
            """;

    private static final int PARAMETERS = 33;

    /** What is searched of them is stored by the same statement. */
    private static final String INSERT_WITH_TEXTS = "with stored as (" + INSERT + ") " + IssueTexts.INSERT;

    private static final String NUMBERED =
            "select ledger_number, region_code, description from issue where ledger_number = any (?)";

    private final AgroalDataSource dataSource;

    TakenOverIssues(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One statement. */
    Map<String, NumberedIssue> numbered(Collection<String> ledgerNumbers) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(NUMBERED)) {
            read.setArray(1, connection.createArrayOf("text", ledgerNumbers.toArray()));
            try (ResultSet found = read.executeQuery()) {
                Map<String, NumberedIssue> numbered = new HashMap<>();
                while (found.next()) {
                    numbered.put(
                            found.getString("ledger_number"),
                            new NumberedIssue(found.getString("region_code"), found.getString("description")));
                }
                return numbered;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the numbers could not be looked up", e);
        }
    }

    /**
     * One statement for any number of them.
     *
     * @param items the source item of each, to which nobody waits for an answer
     */
    void add(List<Issue> taken, List<KeptSourceItem> items) {
        List<IssueText> texts = IntStream.range(0, taken.size())
                .mapToObj(i -> SearchedText.of(
                        taken.get(i).fields(),
                        Optional.ofNullable(items.get(i).item().documentNumber())))
                .toList();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT_WITH_TEXTS)) {
            Columns<Issue> columns = new Columns<>(insert, taken);
            bindRegistered(columns);
            bindStanding(columns);
            IssueTexts.bind(new Columns<>(insert, texts), PARAMETERS);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the issues could not be stored", e);
        }
    }

    private static void bindRegistered(Columns<Issue> columns) throws SQLException {
        columns.uuids(1, issue -> issue.id);
        columns.texts(2, issue -> issue.ledgerNumber);
        columns.uuids(3, issue -> issue.campaignId);
        columns.texts(4, issue -> issue.city);
        columns.texts(5, issue -> issue.region);
        columns.names(6, issue -> issue.source);
        columns.texts(7, issue -> issue.description);
        columns.names(8, issue -> issue.category);
        columns.names(9, issue -> issue.severity);
        columns.names(10, issue -> issue.status);
        columns.instants(11, issue -> issue.registeredAt);
        columns.texts(12, issue -> issue.registeredBy);
    }

    private static void bindStanding(Columns<Issue> columns) throws SQLException {
        columns.names(13, issue -> issue.verifier);
        columns.names(14, issue -> issue.assignedBy);
        columns.instants(15, issue -> issue.assignedAt);
        columns.dates(16, issue -> issue.acknowledgeBy);
        columns.texts(17, issue -> issue.causeAnalysis);
        columns.texts(18, issue -> issue.rectificationGoal);
        columns.texts(19, issue -> issue.leadUnit);
        columns.texts(20, issue -> issue.responsiblePerson);
        columns.dates(21, issue -> issue.deadline);
        columns.names(22, issue -> issue.deadlineSetBy);
        columns.dates(23, issue -> issue.dueOn);
        columns.texts(24, issue -> issue.progress);
        columns.instants(25, issue -> issue.progressAt);
        columns.texts(26, issue -> issue.result);
        columns.texts(27, issue -> issue.lastingMechanism);
        columns.instants(28, issue -> issue.closedAt);
        columns.texts(29, issue -> issue.verifiedBy);
        columns.instants(30, issue -> issue.owedSince);
        columns.instants(31, issue -> issue.rectifyingSince);
        columns.texts(32, issue -> issue.registeredUnit);
        columns.texts(33, issue -> String.join(BETWEEN_UNITS, issue.cooperatingUnits));
    }
}
