package io.zhenggai.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    private final Transactions transactions = new Transactions();

    @Test
    void statementsOfOneSessionStayTogetherThoughOthersSendBetweenThem() {
        add(1, "BEGIN");
        add(2, "BEGIN");
        add(1, "insert into issue select 1");
        add(2, "select a from source_item");
        add(1, "COMMIT");
        add(2, "COMMIT");

        assertThat(sent())
                .containsExactly(
                        "BEGIN",
                        "insert into issue select 1",
                        "COMMIT",
                        "BEGIN",
                        "select a from source_item",
                        "COMMIT");
    }

    @Test
    void whatTouchesNoTableOfTheLedgerIsNobodysRequest() {
        add(1, "BEGIN");
        add(1, "COMMIT");
        add(1, "delete from outbox where id = any ($1)");
        add(2, "BEGIN");
        add(2, "select 1 from issues_of_somebody");
        add(2, "ROLLBACK");

        assertThat(sent()).isEmpty();
    }

    @Test
    void aStatementByItselfIsATransaction() {
        add(1, "select id\nfrom\n  campaign where id = $1");
        add(1, "BEGIN");
        add(1, "update issue set version = 1");
        add(1, "ROLLBACK");
        add(1, "select 1");

        assertThat(sent())
                .containsExactly(
                        "select id\nfrom\n  campaign where id = $1",
                        "BEGIN",
                        "update issue set version = 1",
                        "ROLLBACK");
    }

    private void add(long session, String sql) {
        transactions.add(session, new SentStatement(sql, List.of()));
    }

    private List<String> sent() {
        return transactions.ofLedger().stream().map(SentStatement::sql).toList();
    }
}
