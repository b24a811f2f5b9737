package io.zhenggai.issue.search;

import io.zhenggai.kit.database.MigrationInJava;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** Indexes the texts of the issues that there are: how they are folded, the database does not know. */
@Singleton
class IndexTexts extends MigrationInJava {

    private static final int CHUNK = 1_000;

    private static final String TABLE = """
            create table issue_text (
                issue_id       uuid  primary key,
                fields         text  not null,
                documents      text  not null,
                document_pairs int[] not null,
                pairs          int[] not null
            )
            """;

    /**
     * What is registered is listed first and sorted in some hundred issues at a time: to sort in each by itself nearly doubles what a
     * registration costs the database. Every search reads the list, in half a millisecond when it is full and the search is not narrowed by time.
     */
    private static final String INDEX =
            "create index issue_text_pairs on issue_text using gin (pairs) with (gin_pending_list_limit = 512)";

    private static final String ISSUES = """
            select id, city_code, region_code, registered_at,
                   array[ledger_number, description, cause_analysis, rectification_goal, result, lasting_mechanism, stage_goal, lead_unit,
                         registered_unit, responsible_person] || cooperating_units as fields,
                   array(select document_number from source_item where issue_id = issue.id and document_number is not null order by source_item.id)
                       as documents
            from issue
            """;

    private static final String INSERT = """
            insert into issue_text (issue_id, fields, documents, document_pairs, pairs)
            values (?, ?, ?, cast(? as int[]), cast(? as int[]) || cast(? as int[]))
            """;

    IndexTexts() {
        super("17", "index texts");
    }

    @Override
    protected void migrate(Connection connection) throws SQLException {
        execute(connection, TABLE);
        try (PreparedStatement issues = connection.prepareStatement(ISSUES);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            issues.setFetchSize(CHUNK);
            try (ResultSet issue = issues.executeQuery()) {
                int pending = 0;
                while (issue.next()) {
                    add(insert, text(issue));
                    pending++;
                    if (pending % CHUNK == 0) {
                        insert.executeBatch();
                    }
                }
            }
            insert.executeBatch();
        }
        execute(connection, INDEX);
    }

    private static IssueText text(ResultSet issue) throws SQLException {
        Set<String> regions =
                new LinkedHashSet<>(Arrays.asList(issue.getString("city_code"), issue.getString("region_code")));
        return new IssueText(
                issue.getObject("id", UUID.class),
                regions,
                issue.getTimestamp("registered_at").toInstant(),
                folded(issue, "fields"),
                folded(issue, "documents"));
    }

    private static Folded folded(ResultSet issue, String column) throws SQLException {
        String[] texts = (String[]) issue.getArray(column).getArray();
        return Folded.of(Arrays.asList(texts));
    }

    private static void add(PreparedStatement insert, IssueText text) throws SQLException {
        insert.setObject(1, text.issueId());
        insert.setString(2, text.fields().text());
        insert.setString(3, text.documents().text());
        insert.setString(4, text.documentPairs());
        insert.setString(5, text.documentPairs());
        insert.setString(6, text.ownPairs());
        insert.addBatch();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
