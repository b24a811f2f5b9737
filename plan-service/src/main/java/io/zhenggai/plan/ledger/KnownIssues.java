package io.zhenggai.plan.ledger;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.Arrivals;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The issues that have arrived here, always those of one city. */
@ApplicationScoped
public class KnownIssues {

    private static final String OF_CITY = """
            select id, event_version, ledger_number, status, assigned_on from issue
            where city_code = ? and campaign_id = ?
            order by ledger_number
            """;
    private static final String NAMED = """
            select id, ledger_number from issue
            where city_code = ? and (id = any (?) or ledger_number = any (?))
            """;

    private final AgroalDataSource dataSource;
    private final Arrivals arrivals;

    KnownIssues(AgroalDataSource dataSource, Arrivals arrivals) {
        this.dataSource = dataSource;
        this.arrivals = arrivals;
    }

    /** One statement. */
    public List<KnownIssue> of(String city, UUID campaignId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(OF_CITY)) {
            read.setString(1, city);
            read.setObject(2, campaignId);
            try (ResultSet found = read.executeQuery()) {
                List<KnownIssue> issues = new ArrayList<>();
                while (found.next()) {
                    issues.add(issue(found));
                }
                return issues;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the issues could not be read", e);
        }
    }

    /**
     * Waits, before the transaction, until every issue that is referred to has arrived here, or has not in time; which of them
     * there are is then judged in the transaction.
     */
    public void await(String city, Set<IssueReference> references) {
        if (!references.isEmpty()) {
            arrivals.await(() -> Optional.of(references).filter(wanted -> haveArrived(city, wanted)));
        }
    }

    private boolean haveArrived(String city, Set<IssueReference> references) {
        Object[] ids = references.stream().flatMap(one -> one.id().stream()).toArray();
        Object[] numbers =
                references.stream().flatMap(one -> one.ledgerNumber().stream()).toArray();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(NAMED)) {
            read.setString(1, city);
            read.setArray(2, connection.createArrayOf("uuid", ids));
            read.setArray(3, connection.createArrayOf("text", numbers));
            Set<IssueReference> arrived = new HashSet<>();
            try (ResultSet found = read.executeQuery()) {
                while (found.next()) {
                    arrived.add(IssueReference.to(found.getObject("id", UUID.class)));
                    arrived.add(IssueReference.to(found.getString("ledger_number")));
                }
            }
            return arrived.containsAll(references);
        } catch (SQLException e) {
            throw new IllegalStateException("the issues could not be read", e);
        }
    }

    private static KnownIssue issue(ResultSet found) throws SQLException {
        return new KnownIssue(
                found.getObject("id", UUID.class),
                found.getLong("event_version"),
                found.getString("ledger_number"),
                Optional.ofNullable(found.getString("status")),
                Optional.ofNullable(found.getObject("assigned_on", LocalDate.class)));
    }
}
