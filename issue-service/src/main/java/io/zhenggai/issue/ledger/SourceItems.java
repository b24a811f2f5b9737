package io.zhenggai.issue.ledger;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where issues were found. Reached only through an issue that was found within a scope, or is being registered in it. */
@ApplicationScoped
class SourceItems {

    private static final String INSERT = """
            insert into source_item (id, issue_id, source, document_number, item_number, region_code, dated, text_received,
                                     source_key, description_sha256)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private static final String KNOWN = """
            select wanted.ordinal, issue.ledger_number, found.description_sha256 = wanted.digest as same
            from unnest(?, ?) with ordinality as wanted (key, digest, ordinal)
            join source_item found on found.source_key = wanted.key
            join issue on issue.id = found.issue_id
            order by 1
            """;

    private static final String OF_ISSUE = """
            select source, document_number, item_number, dated, text_received from source_item
            where issue_id = ? order by id
            """;

    private final AgroalDataSource dataSource;
    private final Ids ids;

    SourceItems(AgroalDataSource dataSource, Ids ids) {
        this.dataSource = dataSource;
        this.ids = ids;
    }

    /**
     * One statement.
     *
     * @param issueIds of the issues, in their order
     * @return how many were added; fewer when one of them is there already, by its {@link SourceKey}
     */
    int add(List<UUID> issueIds, List<NewIssue> issues) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Columns columns = new Columns(connection, issues);
            insert.setArray(1, columns.of("uuid", issue -> ids.next()));
            insert.setArray(2, connection.createArrayOf("uuid", issueIds.toArray()));
            insert.setArray(3, columns.of("text", issue -> issue.sourceItem().source()));
            insert.setArray(4, columns.of("text", issue -> issue.sourceItem().documentNumber()));
            insert.setArray(5, columns.of("text", issue -> issue.sourceItem().itemNumber()));
            insert.setArray(6, columns.of("text", NewIssue::region));
            insert.setArray(7, columns.of("date", issue -> issue.sourceItem().dated()));
            insert.setArray(8, columns.of("text", issue -> issue.sourceItem().textReceived()));
            insert.setArray(9, columns.of("text", SourceItems::key));
            insert.setArray(10, columns.of("text", SourceItems::description));
            return insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the source items could not be stored", e);
        }
    }

    /** One statement. Finds which of the issues' source items are there already, in the order of the issues. */
    List<AlreadyRegistered> known(List<NewIssue> issues) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement known = connection.prepareStatement(KNOWN)) {
            Columns columns = new Columns(connection, issues);
            known.setArray(1, columns.of("text", SourceItems::key));
            known.setArray(2, columns.of("text", SourceItems::description));
            try (ResultSet found = known.executeQuery()) {
                List<AlreadyRegistered> registered = new ArrayList<>();
                while (found.next()) {
                    registered.add(new AlreadyRegistered(
                            found.getInt("ordinal") - 1, found.getString("ledger_number"), found.getBoolean("same")));
                }
                return registered;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the source items could not be compared", e);
        }
    }

    /** One statement. */
    List<SourceItem> of(UUID issueId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(OF_ISSUE)) {
            read.setObject(1, issueId);
            try (ResultSet found = read.executeQuery()) {
                List<SourceItem> items = new ArrayList<>();
                while (found.next()) {
                    items.add(new SourceItem(
                            IssueSource.valueOf(found.getString("source")),
                            found.getString("document_number"),
                            found.getString("item_number"),
                            found.getObject("dated", LocalDate.class),
                            found.getString("text_received")));
                }
                return items;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the source items could not be read", e);
        }
    }

    private static String key(NewIssue issue) {
        return SourceKey.of(issue).digest();
    }

    private static String description(NewIssue issue) {
        return Compared.digest(Compared.of(issue.description()));
    }

    /** One column of many rows, as an array. */
    private record Columns(Connection connection, List<NewIssue> issues) {
        Array of(String type, Function<NewIssue, @Nullable Object> value) throws SQLException {
            return connection.createArrayOf(type, issues.stream().map(value).toArray());
        }
    }
}
