package io.zhenggai.issue.delivery;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.issue.delivery.SourceItemProposal.Settlement;
import io.zhenggai.issue.ledger.SourceItem;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is written of proposals, each in the transaction at hand. */
@ApplicationScoped
class SourceItemProposalTable {

    private static final String INSERT = """
            insert into source_item_proposal (version, status, id, campaign_id, city_code, region_code, description, category, severity, source,
                                              document_number, item_number, dated, answer_due_on, text_received, answer_owed_to, complainant,
                                              source_key, issue_id, score, reasons, delivered_at, delivered_by_person, delivered_by_name,
                                              delivered_by_unit)
            select 0, 'PENDING', * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private static final String SETTLE = """
            update source_item_proposal
            set version = ?, status = ?, settled_at = ?, settled_by = ?, settled_by_person = ?, reason = ?, settled_in = ? %s
            where id = ?
            """;

    private static final String WITHOUT_TEXTS = ", text_received = null, answer_owed_to = null, complainant = null";

    private final AgroalDataSource dataSource;
    private final SourceItemProposalRows rows;

    SourceItemProposalTable(AgroalDataSource dataSource, SourceItemProposalRows rows) {
        this.dataSource = dataSource;
        this.rows = rows;
    }

    /**
     * One statement for any number of them.
     *
     * @throws Refusal 409 when one of them is proposed already: another delivery, for a campaign of another year, was faster
     */
    void add(List<SourceItemProposal> proposals) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Columns<SourceItemProposal> columns = new Columns<>(insert, proposals);
            columns.uuids(1, SourceItemProposal::id);
            columns.uuids(2, proposal -> proposal.delivered().campaignId());
            columns.texts(3, SourceItemProposal::city);
            columns.texts(4, proposal -> proposal.delivered().region());
            columns.texts(5, proposal -> proposal.delivered().description());
            columns.names(6, proposal -> proposal.delivered().category());
            columns.names(7, proposal -> proposal.delivered().severity());
            columns.names(8, item(SourceItem::source));
            columns.texts(9, item(SourceItem::documentNumber));
            columns.texts(10, item(SourceItem::itemNumber));
            columns.dates(11, item(SourceItem::dated));
            columns.dates(12, item(SourceItem::answerDueOn));
            columns.bytes(13, rows::textReceived);
            columns.bytes(14, rows::answerOwedTo);
            columns.bytes(15, rows::complainant);
            columns.texts(16, SourceItemProposal::sourceKey);
            columns.uuids(17, proposal -> proposal.likely().id());
            columns.ints(18, proposal -> proposal.likely().score());
            columns.texts(19, proposal -> proposal.likely().reasons().stream()
                    .map(Enum::name)
                    .collect(Collectors.joining(",")));
            columns.instants(20, SourceItemProposal::deliveredAt);
            columns.texts(21, proposal -> proposal.deliverer().person());
            columns.texts(22, proposal -> proposal.deliverer().name());
            columns.texts(23, proposal -> proposal.deliverer().unit());
            if (insert.executeUpdate() != proposals.size()) {
                throw new Refusal(ProblemType.CONFLICT);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the proposals could not be stored", e);
        }
    }

    private static <V> Function<SourceItemProposal, V> item(Function<SourceItem, V> value) {
        return proposal -> value.apply(proposal.delivered().sourceItem());
    }

    /** One statement. */
    void settle(SourceItemProposal settled, boolean keepingTexts) {
        Settlement settlement = Objects.requireNonNull(settled.settlement());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement settle =
                        connection.prepareStatement(SETTLE.formatted(keepingTexts ? "" : WITHOUT_TEXTS))) {
            settle.setLong(1, settled.version());
            settle.setString(2, settled.status().name());
            settle.setObject(3, settlement.at().atOffset(ZoneOffset.UTC));
            settle.setString(4, settlement.by());
            settle.setString(5, settlement.person());
            settle.setString(6, settlement.reason());
            settle.setObject(7, settlement.issueId());
            settle.setObject(8, settled.id());
            settle.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the proposal could not be settled", e);
        }
    }
}
