package io.zhenggai.issue.ledger;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Where issues were found. Reached only through an issue that was found within a scope. */
@ApplicationScoped
class SourceItems {

    private static final String INSERT = """
            insert into source_item (id, issue_id, source, document_number, item_number, region_code, dated, text_received)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
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

    /** @return whether it was added; not when the same source, document, item and region is there already */
    boolean add(UUID issueId, String region, SourceItem item) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, ids.next());
            insert.setObject(2, issueId);
            insert.setString(3, item.source().name());
            insert.setString(4, item.documentNumber());
            insert.setString(5, item.itemNumber());
            insert.setString(6, region);
            insert.setObject(7, item.dated());
            insert.setString(8, item.textReceived());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the source item could not be stored", e);
        }
    }

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
}
