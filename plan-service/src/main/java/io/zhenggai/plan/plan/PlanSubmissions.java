package io.zhenggai.plan.plan;

import com.fasterxml.jackson.core.type.TypeReference;
import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.json.StoredJson;
import io.zhenggai.plan.ledger.KnownIssue;
import io.zhenggai.plan.plan.SubmittedPlan.JudgedIssue;
import io.zhenggai.plan.plan.content.PlanContent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The filings of plans. Reached only through a plan that was found within a scope. */
@ApplicationScoped
class PlanSubmissions {

    private static final String INSERT = """
            insert into plan_submission (plan_id, number, submitted_at, submitted_by, document_number, signatory, content, judged_on)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String RETURN = """
            update plan_submission
            set outcome = 'RETURNED', reviewed_at = ?, reviewed_by = ?, reasons = ?, resubmit_by = ?
            where plan_id = ? and number = ?
            """;
    private static final String ACCEPT = """
            update plan_submission
            set outcome = 'ACCEPTED', reviewed_at = ?, reviewed_by = ?, opinion = ?
            where plan_id = ? and number = ?
            """;
    private static final String OF_PLAN = """
            select number, submitted_at, submitted_by, document_number, signatory, judged_on, outcome, reviewed_at, reviewed_by,
                   reasons, resubmit_by, opinion, null as content
            from plan_submission where plan_id = ? order by number
            """;
    private static final String ONE = """
            select number, submitted_at, submitted_by, document_number, signatory, judged_on, outcome, reviewed_at, reviewed_by,
                   reasons, resubmit_by, opinion, content
            from plan_submission where plan_id = ? and number = ?
            """;

    private static final TypeReference<List<JudgedIssue>> JUDGED = new TypeReference<>() {};
    private static final TypeReference<List<PlanReturn.Reason>> REASONS = new TypeReference<>() {};

    private final AgroalDataSource dataSource;

    PlanSubmissions(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * One statement.
     *
     * @param issues those by which the plan was checked
     * @return them with their versions, as stored
     */
    String add(Plan plan, Caller by, Instant now, List<KnownIssue> issues) {
        PlanFields fields = plan.fields();
        String judgedOn = StoredJson.write(issues.stream()
                .map(issue -> new JudgedIssue(issue.id(), issue.eventVersion()))
                .toList());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, plan.id());
            insert.setInt(2, plan.submissionNumber());
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            insert.setString(4, by.name());
            insert.setString(5, fields.documentNumber());
            insert.setString(6, fields.signatory());
            insert.setString(7, StoredJson.write(plan.content()));
            insert.setString(8, judgedOn);
            insert.executeUpdate();
            return judgedOn;
        } catch (SQLException e) {
            throw new IllegalStateException("the submission could not be stored", e);
        }
    }

    /** One statement. */
    void returned(Plan plan, Caller by, Instant now, List<PlanReturn.Reason> reasons, LocalDate resubmitBy) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(RETURN)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, by.name());
            update.setString(3, StoredJson.write(reasons));
            update.setObject(4, resubmitBy);
            update.setObject(5, plan.id());
            update.setInt(6, plan.submissionNumber());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the return could not be stored", e);
        }
    }

    /** One statement. */
    void accepted(Plan plan, Caller by, Instant now, String opinion) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(ACCEPT)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, by.name());
            update.setString(3, opinion);
            update.setObject(4, plan.id());
            update.setInt(5, plan.submissionNumber());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the acceptance could not be stored", e);
        }
    }

    /** The oldest first, without their contents. */
    List<SubmittedPlan> of(UUID planId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(OF_PLAN)) {
            read.setObject(1, planId);
            return submissions(read);
        } catch (SQLException e) {
            throw new IllegalStateException("the submissions could not be read", e);
        }
    }

    /** With its content. */
    Optional<SubmittedPlan> find(UUID planId, int number) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(ONE)) {
            read.setObject(1, planId);
            read.setInt(2, number);
            return submissions(read).stream().findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("the submission could not be read", e);
        }
    }

    private static List<SubmittedPlan> submissions(PreparedStatement read) throws SQLException {
        try (ResultSet found = read.executeQuery()) {
            List<SubmittedPlan> submissions = new ArrayList<>();
            while (found.next()) {
                submissions.add(submission(found));
            }
            return submissions;
        }
    }

    private static SubmittedPlan submission(ResultSet found) throws SQLException {
        return new SubmittedPlan(
                found.getInt("number"),
                found.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                found.getString("submitted_by"),
                found.getString("document_number"),
                found.getString("signatory"),
                StoredJson.read(found.getString("judged_on"), JUDGED),
                Optional.ofNullable(found.getString("outcome"))
                        .map(PlanStatus::valueOf)
                        .orElse(null),
                Optional.ofNullable(found.getObject("reviewed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                found.getString("reviewed_by"),
                Optional.ofNullable(found.getString("reasons"))
                        .map(json -> StoredJson.read(json, REASONS))
                        .orElse(null),
                found.getObject("resubmit_by", LocalDate.class),
                found.getString("opinion"),
                Optional.ofNullable(found.getString("content"))
                        .map(json -> StoredJson.read(json, PlanContent.class))
                        .orElse(null));
    }
}
