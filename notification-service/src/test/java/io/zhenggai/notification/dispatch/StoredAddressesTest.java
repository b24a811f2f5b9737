package io.zhenggai.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.kit.encryption.EncryptedColumn;
import io.zhenggai.kit.encryption.Encryption;
import io.zhenggai.kit.encryption.KeepsEncrypted;
import io.zhenggai.kit.encryption.KeyedDigest;
import io.zhenggai.notification.contact.PostHolders;
import io.zhenggai.notification.testsupport.MailDoor;
import io.zhenggai.notification.testsupport.Obligation;
import io.zhenggai.notification.testsupport.OnRealServers;
import io.zhenggai.notification.testsupport.Stage;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Addresses: encrypted, found by their digests, and whoever is shown them is on record. */
@QuarkusTest
@OnRealServers
class StoredAddressesTest {

    private static final UUID CONTACT = new UUID(0, 1);
    private static final UUID DISPATCH = new UUID(0, 2);

    @Inject
    Stage stage;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Encryption encryption;

    @Inject
    KeyedDigest digest;

    @Inject
    @All
    List<KeepsEncrypted> keepers;

    private long readBefore;

    @BeforeEach
    void reset() {
        stage.reset();
        readBefore = stage.number("select coalesce(max(number), 0) from personal_data_read");
    }

    @Test
    void noTableHoldsAnAddressThatCanBeRead() throws SQLException {
        remindTheOfficeOf410200();

        List<String> rows = everyRow();

        assertThat(rows).hasSizeGreaterThan(5);
        String inBytes = HexFormat.of().formatHex("offices.example".getBytes(StandardCharsets.UTF_8));
        assertThat(rows).noneMatch(row -> row.contains("offices.example") || row.contains(inBytes));
    }

    @Test
    void whoIsShownAddressesIsOnRecordAndWhoSeesThemMaskedIsNot() {
        remindTheOfficeOf410200();

        stage.as("leader").get("/api/v1/dispatches").then().statusCode(200);
        stage.as("office:410100").get("/api/v1/dispatches").then().statusCode(200);
        stage.as("office:410200").get("/api/v1/dispatches").then().statusCode(200);
        String id = stage.ask("province", "/api/v1/dispatches").getString("items[0].id");
        stage.as("province").get("/api/v1/dispatches/" + id).then().statusCode(200);
        stage.as("province").get("/api/v1/contacts").then().statusCode(200);

        assertThat(readers())
                .containsExactly(
                        "dispatch.address office 410200 1",
                        "dispatch.address province 410000 1",
                        "dispatch.address province 410000 1",
                        "contact.email province 410000 1");
    }

    @Test
    void whoIsShownAddressesByARehearsalIsOnRecord() {
        stage.nameContact("410200");
        stage.tell(Obligation.plan("410200"));
        stage.at("2021-10-19 08:30");
        stage.awaitIdle();
        String rehearsal = "/api/v1/reminders/rehearsal?from=2021-10-22&to=2021-10-22";

        stage.as("county:410221").get(rehearsal).then().statusCode(200);
        stage.as("leader").get(rehearsal).then().statusCode(200);
        stage.as("office:410200").get(rehearsal).then().statusCode(200);

        assertThat(readers()).containsExactly("contact.email office 410200 1");
    }

    /** They take their places in one chain, and none of them is refused for that. */
    @Test
    void onePersonMayRehearseAndReadInManyWindowsAtOnce() throws Exception {
        stage.nameContact("410200");
        stage.tell(Obligation.plan("410200"));
        stage.at("2021-10-19 08:30");
        stage.awaitIdle();
        List<String> paths = List.of("/api/v1/reminders/rehearsal?from=2021-10-22&to=2021-12-31", "/api/v1/contacts");
        int windows = 24;
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> all = IntStream.range(0, windows)
                    .<Callable<Integer>>mapToObj(i -> () -> stage.as("province")
                            .get(paths.get(i % paths.size()))
                            .statusCode())
                    .toList();
            for (Future<Integer> answered : threads.invokeAll(all)) {
                assertThat(answered.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdown();
        }

        assertThat(readers()).hasSize(windows);
    }

    @Test
    void whatLayOpenIsEncryptedByTheMigrationAndFoundAgain() throws SQLException {
        String schema = "before_encryption";
        flyway(schema).target("2").load().migrate();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    set search_path to before_encryption;
                    insert into contact values ('%1$s', 1, '410100', '410100', '', 'CONTACT', '张联络', 'zhang@offices.example', now(), '省');
                    insert into dispatch (id, day, address, city_code, region_code, unit, recipient_region, recipient_unit,
                                          recipient_role, subject, body, status, server_answer)
                    values ('%2$s', '2021-10-22', 'zhang@offices.example', '410100', '410100', '', '410100', '', 'CONTACT', '主题', '正文',
                            'SENT', '250 zhang@offices.example queued'),
                           (gen_random_uuid(), '2021-10-23', 'zhang@offices.example', '410100', '410100', '', '410100', '', 'CONTACT',
                            '主题', '正文', 'PENDING', null);
                    insert into dispatch_attempt (dispatch_id, number, answer) values ('%2$s', 1, '451 zhang@offices.example later'),
                                                                                      ('%2$s', 2, null);
                    """.formatted(CONTACT, DISPATCH));
            statement.execute("reset search_path");

            flyway(schema).target("3").load().migrate();

            statement.execute("set search_path to before_encryption");
            assertEncryptedAndFound(statement);
        } finally {
            flyway(schema).cleanDisabled(false).load().clean();
        }
    }

    /** The connection goes back as it came. */
    private void assertEncryptedAndFound(Statement statement) throws SQLException {
        try {
            assertThat(decrypted(statement, PostHolders.EMAIL, CONTACT)).isEqualTo("zhang@offices.example");
            assertThat(decrypted(statement, DispatchColumns.ADDRESS, DISPATCH)).isEqualTo("zhang@offices.example");
            assertThat(decrypted(statement, DispatchColumns.SERVER_ANSWER, DISPATCH))
                    .startsWith("250 zhang@");
            assertThat(decrypted(statement, DispatchColumns.ATTEMPT_ANSWER, DISPATCH))
                    .startsWith("451 zhang@");
            try (ResultSet found = statement.executeQuery(
                    "select count(*) from contact join dispatch on address_digest = email_digest")) {
                found.next();
                assertThat(found.getInt(1)).isEqualTo(2);
            }
            assertThatThrownBy(() -> statement.execute("update dispatch set day = '2021-10-22'"))
                    .hasMessageContaining("dispatch_one_a_day");
        } finally {
            statement.execute("reset search_path");
        }
    }

    @Test
    void whatNoKeyReadsHoldsUpNobodyElse() {
        stage.nameContact("410100");
        stage.nameContact("410200");
        stage.at("2021-10-19 08:30");
        stage.tell(Obligation.plan("410100"), Obligation.plan("410200"));
        stage.awaitIdle();
        stage.execute(
                "update contact set email = set_byte(email, 30, get_byte(email, 30) # 1) where region_code = '410100'");

        stage.stepTo("2021-10-22 09:00");

        assertThat(stage.mailsTo(Stage.addressOf("410200"))).hasSize(1);
        assertThat(stage.mailsTo(Stage.addressOf("410100"))).isEmpty();
    }

    @Test
    void aMessageWhoseAddressNoKeyReadsIsPutOffAndTheOthersLeave() {
        stage.nameContact("410100");
        stage.nameContact("410200");
        stage.at("2021-10-19 08:30");
        stage.tell(Obligation.plan("410100"), Obligation.plan("410200"));
        stage.awaitIdle();
        MailDoor.shut();
        stage.at("2021-10-22 09:00");
        await().until(() -> stage.number("select count(*) from dispatch") == 2);
        stage.execute("update dispatch set address = set_byte(address, 30, get_byte(address, 30) # 1)"
                + " where recipient_region = '410100'");
        MailDoor.open();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> stage.mailsTo(Stage.addressOf("410200")).size() == 1);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> stage.number("select count(*) from dispatch where status = 'PENDING' and token is null"
                                + " and not_before > clock_timestamp() + interval '50 minutes'")
                        == 1);
        assertThat(stage.mailsTo(Stage.addressOf("410100"))).isEmpty();
    }

    @Test
    void aNewKeyReachesEveryEncryptedColumn() throws SQLException {
        Set<String> reached = new TreeSet<>();
        keepers.forEach(keeper ->
                keeper.encryptedColumns().forEach(column -> reached.add(column.table() + "." + column.column())));

        assertThat(reached)
                .containsExactly(
                        "contact.email", "dispatch.address", "dispatch.server_answer", "dispatch_attempt.answer");
        assertThat(stage.text("""
                select string_agg(table_name || '.' || column_name, ' ' order by (table_name || '.' || column_name) collate "C") from information_schema.columns
                where table_schema = 'public' and data_type = 'bytea' and column_name not like '%digest'
                  and table_name not in ('outbox', 'event_feed', 'dead_letter', 'event_operation', 'kept_answer', 'key_proof') and column_name <> 'hash'
                """)).isEqualTo(String.join(" ", reached));
    }

    private void remindTheOfficeOf410200() {
        stage.nameContact("410200");
        stage.at("2021-10-19 08:30");
        stage.tell(Obligation.plan("410200"));
        stage.stepTo("2021-10-22 09:00");
        assertThat(stage.mails()).hasSize(1);
    }

    private String decrypted(Statement statement, EncryptedColumn column, UUID owner) throws SQLException {
        String sql = "select %s from %s where %s = '%s' and %1$s is not null"
                .formatted(column.column(), column.table(), column.owner(), owner);
        try (ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return encryption.decrypt(found.getBytes(1), column, owner);
        }
    }

    private FluentConfiguration flyway(String schema) {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema)
                .locations("db/migration")
                .javaMigrations(new EncryptAddresses(encryption, digest));
    }

    private List<String> readers() {
        List<String> readers = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        select concat_ws(' ', data, entry::jsonb ->> 'role', region, cardinality(owners)) from personal_data_read
                        where number > %d order by number
                        """.formatted(readBefore))) {
            while (found.next()) {
                readers.add(found.getString(1));
            }
            return readers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> everyRow() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(
                    "select quote_ident(tablename) from pg_tables where schemaname = 'public'")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet found = statement.executeQuery("select one::text from " + table + " as one")) {
                    while (found.next()) {
                        rows.add(table + found.getString(1));
                    }
                }
            }
        }
        return rows;
    }
}
