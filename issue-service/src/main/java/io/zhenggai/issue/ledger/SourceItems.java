package io.zhenggai.issue.ledger;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.encryption.EncryptedColumn;
import io.zhenggai.kit.encryption.Encryption;
import io.zhenggai.kit.encryption.KeepsEncrypted;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.json.StoredJson;
import io.zhenggai.kit.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where issues were found. Reached only through an issue that was found within a scope, or is being registered in it. */
@ApplicationScoped
class SourceItems implements KeepsEncrypted {

    /** A complaint as it was received may name who complained (decision 12). */
    static final EncryptedColumn TEXT_RECEIVED = EncryptedColumn.of("source_item", "text_received");

    /** What was answered may name who complained as well. */
    static final EncryptedColumn ANSWER = EncryptedColumn.of("source_item", "answer");

    /** Of a complaint it is who complained. */
    static final EncryptedColumn ANSWER_OWED_TO = EncryptedColumn.of("source_item", "answer_owed_to");

    /** JSON of {@link Complainant}. */
    static final EncryptedColumn COMPLAINANT = EncryptedColumn.of("source_item", "complainant");

    private static final String INSERT = """
            insert into source_item (id, issue_id, source, document_number, item_number, region_code, dated, text_received, answer_owed_to,
                                     answer_due_on, answer_state, complainant, source_key, description_sha256)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private static final String KNOWN = """
            select wanted.ordinal, issue.ledger_number, found.description_sha256 = wanted.digest as same
            from unnest(?, ?) with ordinality as wanted (key, digest, ordinal)
            join source_item found on found.source_key = wanted.key
            join issue on issue.id = found.issue_id
            order by 1
            """;

    /** Of an issue and those merged into it: an array of the few ids, so that each is looked up by the index. */
    private static final String ITS_OWN_AND_MERGED =
            "issue_id = any (array(select cast(? as uuid) union all select id from issue where merged_into = ?))";

    private static final String OF_ISSUE = """
            select id, issue_id, source, document_number, item_number, dated, text_received, answer_owed_to, answer_due_on, answer_state,
                   complainant, answer, answered_on, call_back, called_back_on
            from source_item
            where %s
            order by id
            """.formatted(ITS_OWN_AND_MERGED);

    private static final String FOUND_IN =
            "select source, document_number from source_item where issue_id = ? order by id";

    private static final String CALL_BACKS =
            "select source, call_back from source_item where %s".formatted(ITS_OWN_AND_MERGED);

    private static final String FORGET_CALL_BACKS = """
            update source_item set call_back = null, called_back_on = null
            where call_back is not null and %s
            """.formatted(ITS_OWN_AND_MERGED);

    private static final String HAS_KEY =
            "select exists (select from source_item where source_key = ? and %s)".formatted(ITS_OWN_AND_MERGED);

    private static final String KEEP_ANSWER = """
            update source_item set answer_state = 'ANSWERED', answer = ?, answered_on = ? where id = ?
            """;

    private static final String KEEP_CALL_BACK =
            "update source_item set call_back = ?, called_back_on = ? where id = ?";

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
        return List.of(TEXT_RECEIVED, ANSWER, ANSWER_OWED_TO, COMPLAINANT);
    }

    /**
     * @param issueIds of the issues, in their order
     * @return the source item of each, as it is to be added
     */
    List<KeptSourceItem> toAdd(List<UUID> issueIds, List<NewIssue> issues) {
        return IntStream.range(0, issues.size())
                .mapToObj(i -> kept(issueIds.get(i), issues.get(i).sourceItem()))
                .toList();
    }

    private KeptSourceItem kept(UUID issueId, SourceItem item) {
        AnswerState state = item.isOwedAnAnswer() ? AnswerState.OWED : AnswerState.NONE_OWED;
        return new KeptSourceItem(ids.next(), issueId, item, state, null, null, null, null);
    }

    /**
     * One statement.
     *
     * @param likeIssues the issues of which they are the first source items, or would be, in their order
     * @return whether all were added; otherwise one of them is there already, by its {@link SourceKey}
     */
    boolean add(List<KeptSourceItem> items, List<NewIssue> likeIssues) {
        return add(IntStream.range(0, items.size())
                .mapToObj(i -> new Row(items.get(i), likeIssues.get(i), key(likeIssues.get(i))))
                .toList());
    }

    /**
     * One statement. Adds one that nothing tells from another one of its issue, such as what a second person complained of on the same day,
     * under a key of its own.
     */
    void addOneMore(KeptSourceItem item, NewIssue likeIssue) {
        add(List.of(new Row(item, likeIssue, item.id().toString())));
    }

    private boolean add(List<Row> rows) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Columns<Row> columns = new Columns<>(insert, rows);
            columns.uuids(1, row -> row.kept().id());
            columns.uuids(2, row -> row.kept().issueId());
            columns.names(3, row -> row.item().source());
            columns.texts(4, row -> row.item().documentNumber());
            columns.texts(5, row -> row.item().itemNumber());
            columns.texts(6, row -> row.like().region());
            columns.dates(7, row -> row.item().dated());
            columns.bytes(
                    8,
                    row -> encrypted(
                            row.item().textReceived(), TEXT_RECEIVED, row.kept().id()));
            columns.bytes(
                    9,
                    row -> encrypted(
                            row.item().answerOwedTo(),
                            ANSWER_OWED_TO,
                            row.kept().id()));
            columns.dates(10, row -> row.item().answerDueOn());
            columns.names(11, row -> row.kept().answerState());
            columns.bytes(12, this::complainant);
            columns.texts(13, Row::key);
            columns.texts(14, row -> description(row.like()));
            return insert.executeUpdate() == rows.size();
        } catch (SQLException e) {
            throw new IllegalStateException("the source items could not be stored", e);
        }
    }

    /** One statement. @return whether the issue, or one that is merged into it, is where such an item is registered already */
    boolean isOf(UUID issueId, NewIssue likeIssue) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(HAS_KEY)) {
            read.setString(1, key(likeIssue));
            read.setObject(2, issueId);
            read.setObject(3, issueId);
            try (ResultSet found = read.executeQuery()) {
                found.next();
                return found.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the source items could not be compared", e);
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

    /** One statement. Those of an issue and of the issues that are merged into it, in the order in which they were added. */
    List<KeptSourceItem> of(UUID issueId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(OF_ISSUE)) {
            read.setObject(1, issueId);
            read.setObject(2, issueId);
            try (ResultSet found = read.executeQuery()) {
                List<KeptSourceItem> items = new ArrayList<>();
                while (found.next()) {
                    items.add(kept(found));
                }
                return items;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the source items could not be read", e);
        }
    }

    /** One statement, which decrypts nothing. The sources of an issue itself, in the order in which they were added. */
    List<FoundIn> foundIn(UUID issueId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(FOUND_IN)) {
            read.setObject(1, issueId);
            try (ResultSet found = read.executeQuery()) {
                List<FoundIn> sources = new ArrayList<>();
                while (found.next()) {
                    sources.add(new FoundIn(
                            IssueSource.valueOf(found.getString("source")), found.getString("document_number")));
                }
                return sources;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the source items could not be read", e);
        }
    }

    /** One statement. */
    void keepAnswer(UUID id, String answer, LocalDate answeredOn) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP_ANSWER)) {
            keep.setBytes(1, encryption.encrypt(answer, ANSWER, id));
            keep.setObject(2, answeredOn);
            keep.setObject(3, id);
            keep.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the answer could not be stored", e);
        }
    }

    /** One statement. */
    void keepCallBack(UUID id, CallBackResult result, LocalDate calledBackOn) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP_CALL_BACK)) {
            keep.setString(1, result.name());
            keep.setObject(2, calledBackOn);
            keep.setObject(3, id);
            keep.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the call-back could not be stored", e);
        }
    }

    /** One statement, which decrypts nothing. What was said at the call-backs of an issue and of those merged into it. */
    List<CallBackState> callBacks(UUID issueId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(CALL_BACKS)) {
            read.setObject(1, issueId);
            read.setObject(2, issueId);
            try (ResultSet found = read.executeQuery()) {
                List<CallBackState> states = new ArrayList<>();
                while (found.next()) {
                    states.add(new CallBackState(IssueSource.valueOf(found.getString("source")), callBack(found)));
                }
                return states;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the call-backs could not be read", e);
        }
    }

    /** One statement. What was said of a rectification that goes on counts no more. */
    void forgetCallBacks(UUID issueId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET_CALL_BACKS)) {
            forget.setObject(1, issueId);
            forget.setObject(2, issueId);
            forget.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the call-backs could not be forgotten", e);
        }
    }

    private static Optional<CallBackResult> callBack(ResultSet found) throws SQLException {
        return Optional.ofNullable(found.getString("call_back")).map(CallBackResult::valueOf);
    }

    private KeptSourceItem kept(ResultSet found) throws SQLException {
        UUID id = found.getObject("id", UUID.class);
        String complainant = decrypted(found, COMPLAINANT, id);
        SourceItem item = new SourceItem(
                IssueSource.valueOf(found.getString("source")),
                found.getString("document_number"),
                found.getString("item_number"),
                found.getObject("dated", LocalDate.class),
                decrypted(found, TEXT_RECEIVED, id),
                decrypted(found, ANSWER_OWED_TO, id),
                found.getObject("answer_due_on", LocalDate.class),
                complainant == null ? null : StoredJson.read(complainant, Complainant.class));
        return new KeptSourceItem(
                id,
                found.getObject("issue_id", UUID.class),
                item,
                AnswerState.valueOf(found.getString("answer_state")),
                decrypted(found, ANSWER, id),
                found.getObject("answered_on", LocalDate.class),
                callBack(found).orElse(null),
                found.getObject("called_back_on", LocalDate.class));
    }

    private byte @Nullable [] complainant(Row row) {
        Complainant complainant = row.item().complainant();
        String json = complainant == null ? null : StoredJson.write(complainant);
        return encrypted(json, COMPLAINANT, row.kept().id());
    }

    private byte @Nullable [] encrypted(@Nullable String text, EncryptedColumn column, UUID id) {
        return text == null ? null : encryption.encrypt(text, column, id);
    }

    private @Nullable String decrypted(ResultSet found, EncryptedColumn column, UUID id) throws SQLException {
        byte[] stored = found.getBytes(column.column());
        return stored == null ? null : encryption.decrypt(stored, column, id);
    }

    private static String key(NewIssue issue) {
        return SourceKey.of(issue).digest();
    }

    private static String description(NewIssue issue) {
        return Compared.digest(Compared.of(issue.description()));
    }

    /** A new one. */
    private record Row(KeptSourceItem kept, NewIssue like, String key) {
        SourceItem item() {
            return kept.item();
        }
    }
}
