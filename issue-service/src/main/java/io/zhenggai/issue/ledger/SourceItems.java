package io.zhenggai.issue.ledger;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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
            Columns<NewIssue> columns = new Columns<>(insert, issues);
            columns.uuids(1, issue -> ids.next());
            new Columns<>(insert, issueIds).uuids(2, id -> id);
            columns.names(3, issue -> issue.sourceItem().source());
            columns.texts(4, issue -> issue.sourceItem().documentNumber());
            columns.texts(5, issue -> issue.sourceItem().itemNumber());
            columns.texts(6, NewIssue::region);
            columns.dates(7, issue -> issue.sourceItem().dated());
            columns.texts(8, issue -> issue.sourceItem().textReceived());
            columns.texts(9, SourceItems::key);
            columns.texts(10, SourceItems::description);
            return insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the source items could not be stored", e);
        }
    }

    /** One statement. Finds which of the issues' source items are there already, in the order of the issues. */
    List<AlreadyRegistered> known(List<NewIssue> issues) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement known = connection.prepareStatement(KNOWN)) {
            Columns<NewIssue> columns = new Columns<>(known, issues);
            columns.texts(1, SourceItems::key);
            columns.texts(2, SourceItems::description);
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
}
