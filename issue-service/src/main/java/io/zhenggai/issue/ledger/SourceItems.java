package io.zhenggai.issue.ledger;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.encryption.EncryptedColumn;
import io.zhenggai.kit.encryption.Encryption;
import io.zhenggai.kit.encryption.KeepsEncrypted;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where issues were found. Reached only through an issue that was found within a scope, or is being registered in it. */
@ApplicationScoped
class SourceItems implements KeepsEncrypted {

    /** A complaint as it was received may name who complained (decision 12). */
    static final EncryptedColumn TEXT_RECEIVED = EncryptedColumn.of("source_item", "text_received");

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
            select id, source, document_number, item_number, dated, text_received from source_item
            where issue_id = ? order by id
            """;

    private final AgroalDataSource dataSource;
    private final Ids ids;
    private final Encryption encryption;

    SourceItems(AgroalDataSource dataSource, Ids ids, Encryption encryption) {
        this.dataSource = dataSource;
        this.ids = ids;
        this.encryption = encryption;
    }

    @Override
    public List<EncryptedColumn> encryptedColumns() {
        return List.of(TEXT_RECEIVED);
    }

    /**
     * One statement.
     *
     * @param issueIds of the issues, in their order
     * @return how many were added; fewer when one of them is there already, by its {@link SourceKey}
     */
    int add(List<UUID> issueIds, List<NewIssue> issues) {
        List<Row> rows = IntStream.range(0, issues.size())
                .mapToObj(i -> new Row(ids.next(), issueIds.get(i), issues.get(i)))
                .toList();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Columns<Row> columns = new Columns<>(insert, rows);
            columns.uuids(1, Row::id);
            columns.uuids(2, Row::issueId);
            columns.names(3, row -> row.item().source());
            columns.texts(4, row -> row.item().documentNumber());
            columns.texts(5, row -> row.item().itemNumber());
            columns.texts(6, row -> row.issue().region());
            columns.dates(7, row -> row.item().dated());
            columns.bytes(8, this::textReceived);
            columns.texts(9, row -> key(row.issue()));
            columns.texts(10, row -> description(row.issue()));
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
                            textReceived(found)));
                }
                return items;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the source items could not be read", e);
        }
    }

    private byte @Nullable [] textReceived(Row row) {
        String text = row.item().textReceived();
        return text == null ? null : encryption.encrypt(text, TEXT_RECEIVED, row.id());
    }

    private @Nullable String textReceived(ResultSet found) throws SQLException {
        byte[] stored = found.getBytes("text_received");
        return stored == null ? null : encryption.decrypt(stored, TEXT_RECEIVED, found.getObject("id", UUID.class));
    }

    private static String key(NewIssue issue) {
        return SourceKey.of(issue).digest();
    }

    private static String description(NewIssue issue) {
        return Compared.digest(Compared.of(issue.description()));
    }

    /** A new one. */
    private record Row(UUID id, UUID issueId, NewIssue issue) {
        SourceItem item() {
            return issue.sourceItem();
        }
    }
}
