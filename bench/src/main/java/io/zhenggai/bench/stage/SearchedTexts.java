package io.zhenggai.bench.stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** What is searched of filled issues, as the service keeps it; for a million of them the database itself took more than half an hour. */
final class SearchedTexts {

    private static final int PORTION = 5_000;
    private static final char BOUNDARY = '\n';
    private static final int REGION = 0xFFFF << Character.SIZE;
    private static final int QUARTER = 0xFFFE << Character.SIZE;
    private static final int FIRST_REGION = 410_000;

    private static final String ISSUES = """
            select issue.id, city_code, issue.region_code, document_number as document,
                   cast(floor(extract(epoch from registered_at) / 21600) as int) as quarter,
                   concat_ws(chr(10), ledger_number, description, cause_analysis, lead_unit, responsible_person) as fields
            from issue join source_item on issue_id = issue.id
            """;

    private static final String COPY =
            "copy issue_text (issue_id, fields, documents, document_pairs, pairs) from stdin";

    private SearchedTexts() {}

    /** Both sessions see the same issues: what is read must be committed. */
    static void fill(Connection reading, Connection writing) throws SQLException, IOException {
        reading.setAutoCommit(false);
        CopyIn copy = writing.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try (Statement issues = reading.createStatement()) {
            issues.setFetchSize(PORTION);
            try (ResultSet issue = issues.executeQuery(ISSUES)) {
                while (issue.next()) {
                    byte[] row = row(issue).getBytes(StandardCharsets.UTF_8);
                    copy.writeToCopy(row, 0, row.length);
                }
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
            reading.rollback();
            reading.setAutoCommit(true);
        }
    }

    private static String row(ResultSet issue) throws SQLException {
        String fields = folded(issue.getString("fields"));
        String document = folded(issue.getString("document"));
        IntStream regions = IntStream.of(issue.getInt("city_code"), issue.getInt("region_code"))
                .map(SearchedTexts::pairOf);
        IntStream quarter = IntStream.of(QUARTER | issue.getInt("quarter") & Character.MAX_VALUE);
        String documentPairs = array(pairs(document));
        String all = array(Stream.of(pairs(document), pairs(fields), regions.distinct(), quarter)
                .flatMapToInt(numbers -> numbers));
        return String.join("\t", issue.getString("id"), escaped(fields), document, documentPairs, all) + "\n";
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** A line break would end the row. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static int pairOf(int region) {
        return REGION | region - FIRST_REGION;
    }

    private static IntStream pairs(String text) {
        return IntStream.range(0, text.length() - 1)
                .filter(i -> text.charAt(i) != BOUNDARY && text.charAt(i + 1) != BOUNDARY)
                .map(i -> text.charAt(i) << Character.SIZE | text.charAt(i + 1))
                .sorted()
                .distinct();
    }

    private static String array(IntStream numbers) {
        return numbers.mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
