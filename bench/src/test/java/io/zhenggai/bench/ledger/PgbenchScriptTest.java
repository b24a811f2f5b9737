package io.zhenggai.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.bench.ledger.SentStatement.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class PgbenchScriptTest {

    private static final String ID = "01a21bf7-11a9-74ac-9d35-074c84e7c778";

    @Test
    void valuesAreWrittenIntoTheStatementWithTheirTypes() {
        SentStatement read = new SentStatement(
                "select a from issue where id = $1 fetch first $2 rows only",
                List.of(new Value(ID, "uuid"), new Value("21", "integer")));

        assertThat(new PgbenchScript(List.of(), List.of()).of(List.of(List.of(read))))
                .isEqualTo("select a from issue where id = cast(E'" + ID
                        + "' as uuid) fetch first cast(E'21' as integer) rows only;\n");
    }

    @Test
    void whatIsNeverTheSameTwiceIsAVariable() {
        SentStatement insert = new SentStatement(
                "insert into issue select * from unnest($1)", List.of(new Value("{" + ID + "}", "uuid[]")));
        PgbenchScript script =
                new PgbenchScript(List.of("\\set u 1"), List.of(Varying.of("01[0-9a-f-]{34}", 24, 12, "u")));

        assertThat(script.of(List.of(List.of(insert))))
                .isEqualTo(
                        "\\set u 1\n"
                                + "insert into issue select * from unnest(cast(E'{01a21bf7-11a9-74ac-9d35-' || :u || E'}' as uuid[]));\n");
    }

    @Test
    void ofSeveralPartsEachIsReplacedInItsPlace() {
        SentStatement insert = new SentStatement("select $1", List.of(new Value("a7 b8 a9", "text")));
        PgbenchScript script =
                new PgbenchScript(List.of(), List.of(Varying.of("a\\d", 1, 1, "x"), Varying.of("b\\d", 0, 9, "y")));

        assertThat(script.of(List.of(List.of(insert))))
                .isEqualTo("select cast(E'a' || :x || E' ' || :y || E' a' || :x || E'' as text);\n");
    }

    @Test
    void whatIsEncryptedAndWhatIsAbsentStaysAsItIs() {
        SentStatement insert = new SentStatement(
                "select $1, $2", List.of(new Value("\\x" + "01".repeat(18), "bytea"), new Value(null, "text")));
        PgbenchScript script = new PgbenchScript(List.of(), List.of(Varying.of("01", 0, 2, "u")));

        assertThat(script.of(List.of(List.of(insert))))
                .isEqualTo("select cast(E'\\\\x" + "01".repeat(18) + "' as bytea), cast(null as text);\n");
    }

    @Test
    void noColonQuoteOrLineBreakOfAValueMeansAnythingToPgbench() {
        SentStatement insert = new SentStatement("select $1", List.of(new Value("{\"a\":true}\n'x'", "text")));

        assertThat(new PgbenchScript(List.of(), List.of()).of(List.of(List.of(insert))))
                .isEqualTo("select cast(E'{\"a\"\\x3Atrue}\\n''x''' as text);\n");
    }

    @Test
    void beginGoesWithTheStatementBehindIt() {
        SentStatement begin = new SentStatement("BEGIN", List.of());
        SentStatement read = new SentStatement("select 1", List.of());
        SentStatement commit = new SentStatement("COMMIT", List.of());

        assertThat(new PgbenchScript(List.of(), List.of()).of(List.of(List.of(begin, read, read, commit))))
                .isEqualTo("\\startpipeline\nBEGIN;\nselect 1;\n\\endpipeline\nselect 1;\nCOMMIT;\n");
    }

    /** As the service is called: by chance, two clients would meet in one city more often, and wait for each other. */
    @Test
    void ofSeveralKindsEachClientCarriesOutOneAfterTheOther() {
        List<SentStatement> first = List.of(new SentStatement("select 1", List.of()));
        List<SentStatement> second = List.of(new SentStatement("select 2", List.of()));

        assertThat(new PgbenchScript(List.of("\\set u :k"), List.of()).of(List.of(first, second)))
                .isEqualTo("\\set u :k\n\\set k :k + 1\n\\set kind (:k + :client_id * 2) % 2\n"
                        + "\\if :kind = 0\nselect 1;\n\\elif :kind = 1\nselect 2;\n\\endif\n");
    }
}
