package io.zhenggai.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.embedded.audit.AuditFindings;
import io.zhenggai.embedded.audit.AuditVerification;
import io.zhenggai.embedded.audit.BrokenLink;
import io.zhenggai.embedded.audit.VerifyAuditMain;
import io.zhenggai.embedded.launcher.UsageException;
import io.zhenggai.kit.encryption.EncryptedColumn;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.history.Aggregate;
import io.zhenggai.kit.history.Deed;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import io.zhenggai.kit.personal.PersonalDataReads;
import io.zhenggai.kit.testsupport.OnRealServers;
import io.zhenggai.kit.testsupport.Sql;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever changes what is on record is found out. Done to copies of the tables: the record itself stays whole. */
@QuarkusTest
@OnRealServers
class AuditVerificationTest {

    private static final String THING = "0188a1b2-0000-7000-8000-000000000001";
    private static final String OTHER = "0188a1b2-0000-7000-8000-000000000002";

    @Inject
    History history;

    @Inject
    PersonalDataReads reads;

    @Inject
    SealingService sealing;

    @Inject
    AgroalDataSource dataSource;

    private final Caller office = new Caller("audited-person", "张三", Role.OFFICE, "410100", Optional.empty(), Set.of());

    @BeforeEach
    void writeARecordAndCopyIt() {
        if (!history.contains("audited", UUID.fromString(THING), "FIRST")) {
            for (String action : List.of("FIRST", "SECOND", "THIRD")) {
                history.add(deed(THING, action));
            }
            history.add(deed(OTHER, "FIRST"));
            reads.note(office, EncryptedColumn.of("letter", "words"), List.of(UUID.fromString(THING)));
            reads.note(office, EncryptedColumn.of("letter", "words"), List.of());
            reads.note(office, EncryptedColumn.of("letter", "words"), List.of(UUID.fromString(OTHER)));
            sealing.seal(Duration.ZERO);
            history.add(deed(THING, "FOURTH"));
            sealing.seal(Duration.ZERO);
            history.add(deed(OTHER, "SECOND"));
        }
        Sql.execute(dataSource, "create schema tampered");
        for (String table : List.of("history_entry", "personal_data_read", "seal", "sealed_head")) {
            Sql.execute(dataSource, "create table tampered.%1$s as select * from public.%1$s".formatted(table));
        }
    }

    @AfterEach
    void throwTheCopyAway() {
        Sql.execute(dataSource, "drop schema tampered cascade");
    }

    @Test
    void whatNobodyChangedIsWhole() throws SQLException {
        AuditFindings findings = verify(Map.of());

        assertThat(findings.broken()).isEmpty();
        assertThat(findings.inWords()).endsWith("every link holds");
        assertThat(findings.entries()).isGreaterThanOrEqualTo(6);
        assertThat(findings.histories()).isGreaterThanOrEqualTo(2);
        assertThat(findings.readings()).isGreaterThanOrEqualTo(2);
        assertThat(findings.readers()).isPositive();
        assertThat(findings.seals()).isGreaterThanOrEqualTo(2);
        assertThat(findings.unsealed()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    update history_entry set entry = replace(entry, '张三', '李四') where {second}      | entry 2 | its text, its hash
                    update history_entry set entry = 'no JSON' where {second}                           | entry 2 | its text, its hash
                    update history_entry set hash = sha256('x') where {second}                          | entry 2 | its text, its hash
                    update history_entry set number = 0 where {second}                                  | entry 2 | its number is not higher
                    delete from history_entry where {second}                                            | entry 3 | entry 2 of this chain is missing
                    delete from history_entry where {thing} and sequence = 1                            | entry 2 | entry 1 of this chain is missing
                    update history_entry set action = 'NOTHING' where {second}                          | entry 2 | its columns do not say
                    update history_entry set city = '410200' where {second}                             | entry 2 | its columns do not say
                    update history_entry set at = at + interval '1 microsecond' where {second}          | entry 2 | its columns do not say
                    update history_entry set aggregate_id = '0188a1b2-0000-7000-8000-000000000009' where {thing} | entry 1 | its columns do not say
                    update history_entry set sequence = 9 - sequence where {thing} and sequence < 3     | entry 3 | entry 1 of this chain is missing
                    """)
    void aChangeOfAHistoryIsFoundWhereItWasMade(String tampering, String entry, String what) throws SQLException {
        tamper(tampering);

        BrokenLink first = verify(Map.of()).broken().get(0);

        assertThat(first.where())
                .startsWith("history_entry ")
                .contains("audited/0188a1b2")
                .endsWith(entry);
        assertThat(first.what()).startsWith(what);
    }

    @Test
    void anEntryThatIsChangedWithItsHashBreaksTheNext() throws SQLException {
        tamper("update history_entry set entry = replace(entry, 'SECOND', 'OTHER'), action = 'OTHER' where {second}");
        rehash(2);

        assertThat(verify(Map.of()).broken().get(0).where()).endsWith("entry 3");
    }

    @Test
    void aWholeChainWrittenAnewBreaksWhereItWasSealed() throws SQLException {
        tamper("update history_entry set entry = replace(entry, 'SECOND', 'OTHER'), action = 'OTHER' where {second}");
        for (int sequence = 2; sequence <= 4; sequence++) {
            rehash(sequence);
        }

        BrokenLink first = verify(Map.of()).broken().get(0);

        assertThat(first.where()).startsWith("sealed_head of seal ").endsWith("audited/" + THING + ", entry 3");
        assertThat(first.what()).startsWith("the entry that was sealed is gone or is another one");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    delete from history_entry where {thing} and sequence = 4                  | sealed_head of seal .*audited/.*, entry 4
                    delete from history_entry where {thing}                                   | sealed_head of seal .*audited/.*, entry 3
                    delete from sealed_head where chain like 'audited/%'                      | seal \\d+
                    update sealed_head set sequence = 2 where chain like 'audited/%' and sequence = 3 | seal \\d+
                    update seal set at = at - interval '1 day' where number = 2               | seal 2
                    update seal set hash = sha256('x') where number = 2                       | seal 2
                    update seal set hash = null where number = 2                              | seal 2
                    update seal set at = null where number = 2                                | seal 2
                    update personal_data_read set entry = 'null', hash = sha256('null') where sequence = 1 | personal_data_read \\d+, .*, entry 1
                    update seal set last_entry = 9000000000000000000 where number = 1         | seal 1
                    update seal set coming = coming + 1000000 where number = 1                | seal 1
                    update personal_data_read set entry = '{"at":"\\u0000"}' where sequence = 1 | personal_data_read \\d+, .*, entry 1
                    update personal_data_read set entry = null, hash = null where sequence = 1 | personal_data_read \\d+, .*, entry 1
                    delete from seal where number = 1                                         | seal 2
                    delete from seal where number = (select max(number) from seal)            | sealed_head of seal .*
                    update personal_data_read set person = 'somebody else'                    | personal_data_read \\d+, .*, entry 1
                    update personal_data_read set owners = '{}' where person = 'audited-person' | personal_data_read \\d+, personal-data-read/audited-person, entry 1
                    delete from personal_data_read where person = 'audited-person'            | sealed_head of seal \\d+, personal-data-read/audited-person, entry 2
                    """)
    void whatIsCutOffOrUnsealedIsFound(String tampering, String where) throws SQLException {
        tamper(tampering);

        assertThat(verify(Map.of()).broken().get(0).where()).matches(where);
    }

    /** It lies below what the last seal has looked at for sure, in a place that was never used. */
    @Test
    void anEntryThatIsSlippedInBehindTheSealsIsFound() throws SQLException {
        String unused = Sql.texts(
                        dataSource, "select nextval(pg_get_serial_sequence('public.history_entry', 'number'))")
                .get(0);
        for (int seal = 0; seal < 3; seal++) {
            history.add(deed(UUID.randomUUID().toString(), "LATER"));
            sealing.seal(Duration.ZERO);
        }
        throwTheCopyAway();
        writeARecordAndCopyIt();

        tamper("""
                insert into history_entry (number, aggregate_type, aggregate_id, sequence, city, region, at, action, person, entry, hash)
                select %2$s, 'slipped', '%1$s', 1, city, region, at, action, person, said, sha256(convert_to(said, 'UTF8'))
                from (select *, replace(replace(entry, 'audited"', 'slipped"'), aggregate_id::text, '%1$s') as said from history_entry
                      where {second}) as copied
                """.formatted(OTHER, unused));

        assertThat(verify(Map.of()).broken())
                .containsExactly(
                        new BrokenLink("slipped/" + OTHER, "its end is older than the last seal and was not sealed"));
    }

    @Test
    void theCommandTellsOfOneDatabaseWhetherItIsWhole() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Path seals = Files.createTempFile("seals", ".json");
        Files.writeString(seals, """
                {"items": [{"number": 1, "at": "2026-11-26T00:00:00Z", "heads": 1, "hash": "%s"}]}
                """.formatted("0".repeat(64)));

        assertThat(VerifyAuditMain.run(List.of("--database", url()), out)).isZero();
        assertThat(VerifyAuditMain.run(List.of("--database", url(), "--seals", seals.toString()), out))
                .isEqualTo(1);
        assertThat(VerifyAuditMain.run(List.of("--database", url().replace("?", "_none?")), out))
                .isEqualTo(1);

        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        whole -> assertThat(whole).startsWith("the database: ").endsWith("every link holds"),
                        other -> assertThat(other)
                                .contains("BROKEN at seal 1: it is gone or is another one than was exported"),
                        none -> assertThat(none).startsWith("the database: cannot be read: "));
        Files.delete(seals);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--database jdbc:x --only issue-service",
                "--database jdbc:x --port-offset 1",
                "--only gateway",
                "--only x",
                "--seals /nowhere.json --only issue-service",
                "--misspelt",
                "further words"
            })
    void theCommandRefusesWhatMakesNoSense(String arguments) {
        assertThatThrownBy(() -> VerifyAuditMain.run(List.of(arguments.split(" ")), System.out))
                .isInstanceOf(UsageException.class);
    }

    @Test
    void aRecordWrittenAnewWithItsSealsBreaksAtASealThatWasKeptElsewhere() throws SQLException {
        Map<Long, String> kept = Map.of(
                1L,
                Sql.texts(dataSource, "select encode(hash, 'hex') from seal where number = 1")
                        .get(0));
        assertThat(verify(kept).isWhole()).isTrue();

        for (String table : List.of("sealed_head", "seal")) {
            tamper("delete from " + table);
        }

        assertThat(verify(Map.of()).isWhole()).isTrue();
        assertThat(verify(kept).broken())
                .containsExactly(new BrokenLink("seal 1", "it is gone or is another one than was exported"));
    }

    private AuditFindings verify(Map<Long, String> kept) throws SQLException {
        try (Connection connection = connect()) {
            return AuditVerification.of(connection, kept);
        }
    }

    private void tamper(String sql) throws SQLException {
        String thing = "aggregate_type = 'audited' and aggregate_id = '" + THING + "'";
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(
                            sql.replace("{second}", thing + " and sequence = 2").replace("{thing}", thing)))
                    .isPositive();
        }
    }

    private void rehash(int sequence) throws SQLException {
        tamper("""
                update history_entry as entry set hash = sha256(before.hash || convert_to(entry.entry, 'UTF8'))
                from history_entry as before
                where entry.aggregate_id = '%s' and before.aggregate_id = entry.aggregate_id
                  and entry.sequence = %d and before.sequence = entry.sequence - 1
                """.formatted(THING, sequence));
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    private static String url() {
        Config config = ConfigProvider.getConfig();
        return config.getValue("quarkus.datasource.jdbc.url", String.class) + "?currentSchema=tampered&user="
                + config.getValue("quarkus.datasource.username", String.class) + "&password="
                + URLEncoder.encode(
                        config.getValue("quarkus.datasource.password", String.class), StandardCharsets.UTF_8);
    }

    private Deed deed(String id, String action) {
        return new Deed(
                Aggregate.of("audited", UUID.fromString(id), "410100"),
                0,
                action,
                Act.of(office, Instant.parse("2021-10-20T04:00:00.000123Z")),
                Map.of());
    }
}
