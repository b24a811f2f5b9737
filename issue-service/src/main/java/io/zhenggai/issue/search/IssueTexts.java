package io.zhenggai.issue.search;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.sql.Columns;
import io.zhenggai.kit.sql.ManyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Keeps what is searched of issues, beside the ledger: a move that changes no text leaves it and its index alone. Reached only through issues that
 * were found within a scope, or are being registered.
 */
@ApplicationScoped
public class IssueTexts {

    /** Stores what is searched of new issues, in one statement with these; {@link #bind} sets its parameters. */
    public static final String INSERT = """
            insert into issue_text (issue_id, fields, documents, document_pairs, pairs)
            select id, fields, documents, cast(document_pairs as int[]), cast(document_pairs as int[]) || cast(pairs as int[])
            from unnest(?, ?, ?, ?, ?) as text (id, fields, documents, document_pairs, pairs)
            """;

    private static final String REPLACE = """
            update issue_text set fields = text.fields, pairs = issue_text.document_pairs || cast(text.pairs as int[])
            from unnest(?, ?, ?) as text (id, fields, pairs)
            where issue_text.issue_id = text.id
            """;

    private static final String ADD_DOCUMENT = """
            update issue_text
            set documents = concat_ws(chr(10), nullif(documents, ''), document), document_pairs = document_pairs || added, pairs = pairs || added
            from (select cast(? as text) as document, cast(? as int[]) as added) as given
            where issue_id = ?
            """;

    private final AgroalDataSource dataSource;

    IssueTexts(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Sets the parameters of {@link #INSERT}.
     *
     * @param before how many parameters stand in front of them
     */
    public static void bind(Columns<IssueText> texts, int before) throws SQLException {
        texts.uuids(before + 1, IssueText::issueId);
        texts.texts(before + 2, text -> text.fields().text());
        texts.texts(before + 3, text -> text.documents().text());
        texts.texts(before + 4, IssueText::documentPairs);
        texts.texts(before + 5, IssueText::ownPairs);
    }

    /** One statement. Takes the fields of issues as they are now; what documents they were found in stays as it is. */
    public void replaceFields(List<IssueText> texts) {
        ManyRows.writeAtOnce(dataSource, REPLACE, texts, columns -> {
            columns.uuids(1, IssueText::issueId);
            columns.texts(2, text -> text.fields().text());
            columns.texts(3, IssueText::ownPairs);
        });
    }

    /** One statement. Takes note of one more document that an issue was found in. */
    public void addDocument(UUID issueId, Folded document) {
        ManyRows.write(dataSource, ADD_DOCUMENT, List.of(document), (statement, added) -> {
            statement.setString(1, added.text());
            statement.setString(2, IssueText.array(IntStream.of(added.pairs())));
            statement.setObject(3, issueId);
        });
    }
}
