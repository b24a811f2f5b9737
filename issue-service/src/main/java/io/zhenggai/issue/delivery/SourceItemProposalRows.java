package io.zhenggai.issue.delivery;

import io.zhenggai.issue.delivery.SourceItemProposal.Settlement;
import io.zhenggai.issue.ledger.Category;
import io.zhenggai.issue.ledger.Complainant;
import io.zhenggai.issue.ledger.DuplicateReason;
import io.zhenggai.issue.ledger.IssueSource;
import io.zhenggai.issue.ledger.LikelyIssue;
import io.zhenggai.issue.ledger.NewIssue;
import io.zhenggai.issue.ledger.Severity;
import io.zhenggai.issue.ledger.SourceItem;
import io.zhenggai.kit.encryption.EncryptedColumn;
import io.zhenggai.kit.encryption.Encryption;
import io.zhenggai.kit.json.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows as records, with what is encrypted in them. */
@ApplicationScoped
class SourceItemProposalRows {

    static final EncryptedColumn TEXT_RECEIVED = EncryptedColumn.of("source_item_proposal", "text_received");
    static final EncryptedColumn ANSWER_OWED_TO = EncryptedColumn.of("source_item_proposal", "answer_owed_to");

    /** JSON of {@link Complainant}. */
    static final EncryptedColumn COMPLAINANT = EncryptedColumn.of("source_item_proposal", "complainant");

    static final List<EncryptedColumn> ENCRYPTED = List.of(TEXT_RECEIVED, ANSWER_OWED_TO, COMPLAINANT);

    private final Encryption encryption;

    SourceItemProposalRows(Encryption encryption) {
        this.encryption = encryption;
    }

    SourceItemProposal read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new SourceItemProposal(
                id,
                row.getLong("version"),
                SourceItemProposalStatus.valueOf(row.getString("status")),
                row.getString("city_code"),
                delivered(row, id),
                new LikelyIssue(
                        row.getObject("issue_id", UUID.class),
                        row.getInt("score"),
                        Arrays.stream(row.getString("reasons").split(","))
                                .map(DuplicateReason::valueOf)
                                .toList()),
                moment(row, "delivered_at"),
                new Deliverer(
                        row.getString("delivered_by_person"),
                        row.getString("delivered_by_name"),
                        row.getString("delivered_by_unit")),
                settlement(row));
    }

    private NewIssue delivered(ResultSet row, UUID id) throws SQLException {
        String complainant = decrypted(row, COMPLAINANT, id);
        SourceItem item = new SourceItem(
                IssueSource.valueOf(row.getString("source")),
                row.getString("document_number"),
                row.getString("item_number"),
                row.getObject("dated", LocalDate.class),
                decrypted(row, TEXT_RECEIVED, id),
                decrypted(row, ANSWER_OWED_TO, id),
                row.getObject("answer_due_on", LocalDate.class),
                complainant == null ? null : StoredJson.read(complainant, Complainant.class));
        return new NewIssue(
                row.getObject("campaign_id", UUID.class),
                row.getString("region_code"),
                row.getString("description"),
                Category.valueOf(row.getString("category")),
                Severity.valueOf(row.getString("severity")),
                item);
    }

    private static @Nullable Settlement settlement(ResultSet row) throws SQLException {
        return row.getObject("settled_at") == null
                ? null
                : new Settlement(
                        moment(row, "settled_at"),
                        row.getString("settled_by"),
                        row.getString("settled_by_person"),
                        row.getString("reason"),
                        row.getObject("settled_in", UUID.class));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private @Nullable String decrypted(ResultSet row, EncryptedColumn column, UUID id) throws SQLException {
        byte[] stored = row.getBytes(column.column());
        return stored == null ? null : encryption.decrypt(stored, column, id);
    }

    byte @Nullable [] complainant(SourceItemProposal proposal) {
        Complainant complainant = proposal.delivered().sourceItem().complainant();
        return encrypted(complainant == null ? null : StoredJson.write(complainant), COMPLAINANT, proposal);
    }

    byte @Nullable [] textReceived(SourceItemProposal proposal) {
        return encrypted(proposal.delivered().sourceItem().textReceived(), TEXT_RECEIVED, proposal);
    }

    byte @Nullable [] answerOwedTo(SourceItemProposal proposal) {
        return encrypted(proposal.delivered().sourceItem().answerOwedTo(), ANSWER_OWED_TO, proposal);
    }

    private byte @Nullable [] encrypted(@Nullable String text, EncryptedColumn column, SourceItemProposal of) {
        return text == null ? null : encryption.encrypt(text, column, of.id());
    }
}
