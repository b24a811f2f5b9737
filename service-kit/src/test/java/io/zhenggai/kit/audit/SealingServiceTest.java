package io.zhenggai.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@QuarkusTest
@OnRealServers
class SealingServiceTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    @Inject
    SealingService sealing;

    @Inject
    History history;

    @Inject
    PersonalDataReads reads;

    @Inject
    AgroalDataSource dataSource;

    private final UUID thing = UUID.randomUUID();
    private final Caller office =
            new Caller(UUID.randomUUID().toString(), "张三", Role.OFFICE, "410100", Optional.empty(), Set.of());

    @BeforeEach
    void sealWhatOthersHaveLeft() {
        history.add(deed(UUID.randomUUID()));
        sealing.seal(AT_ONCE);
    }

    @Test
    void sealsTheLastEntryOfEachChainThatHasGrown() throws Exception {
        history.add(deed(thing));
        history.add(deed(thing));
        reads.note(office, EncryptedColumn.of("letter", "words"), List.of(thing));

        assertThat(sealing.seal(AT_ONCE)).isEqualTo(2);

        assertThat(heads()).containsExactly("personal-data-read/" + office.person() + " 1", "thing/" + thing + " 2");
    }

    @Test
    void whatHasNotGrownIsNotSealedAgain() {
        history.add(deed(thing));

        assertThat(sealing.seal(AT_ONCE)).isEqualTo(1);
        assertThat(sealing.seal(AT_ONCE)).isZero();

        history.add(deed(thing));
        assertThat(sealing.seal(AT_ONCE)).isEqualTo(1);
        assertThat(heads()).containsExactly("thing/" + thing + " 2");
    }

    @Test
    void aSealIsDueWhenTheIntervalIsOver() {
        history.add(deed(thing));

        assertThat(sealing.seal(Duration.ofMinutes(5))).isZero();
        assertThat(sealing.seal(AT_ONCE)).isEqualTo(1);
    }

    @Test
    void theSealIsADigestOfTheSealBeforeAndOfItsHeads() throws Exception {
        String before = last("hash");
        history.add(deed(thing));
        sealing.seal(AT_ONCE);

        String lines = last("number") + "\n" + Instant.parse(last("at")) + "\n"
                + last("seen") + "\n"
                + "thing/" + thing + " 1 "
                + Sql.texts(
                                dataSource,
                                "select encode(hash, 'hex') from history_entry where aggregate_id = '" + thing + "'")
                        .get(0)
                + "\n";
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(HexFormat.of().parseHex(before));
        assertThat(last("hash"))
                .isEqualTo(HexFormat.of().formatHex(digest.digest(lines.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void whatIsCommittedAfterASealThatCouldNotSeeItIsInTheNext() throws SQLException {
        UUID slow = UUID.randomUUID();
        try (Connection connection = ownConnection()) {
            connection.setAutoCommit(false);
            // Its number is drawn now.
            insert(connection, slow);
            history.add(deed(thing));
            assertThat(sealing.seal(AT_ONCE)).isEqualTo(1);
            connection.commit();
        }

        // Two seals later as well: nobody else was writing meanwhile, and it is not passed over for that.
        history.add(deed(thing));
        assertThat(sealing.seal(AT_ONCE)).isEqualTo(2);
        assertThat(heads()).containsExactlyInAnyOrder("thing/" + slow + " 1", "thing/" + thing + " 2");
    }

    /** The transactions that still run may be younger than one that has ended: the end of what a seal sees is not the end of what runs. */
    @Test
    void aTransactionThatIsYoungerThanTheLastThatEndedIsWaitedForToo() throws SQLException {
        UUID early = UUID.randomUUID();
        UUID late = UUID.randomUUID();
        try (Connection first = ownConnection();
                Connection second = ownConnection()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            Sql.texts(first, "select pg_current_xact_id()");
            insert(second, late);
            insert(first, early);
            first.commit();
            assertThat(sealing.seal(AT_ONCE)).isEqualTo(1);
            history.add(deed(thing));
            assertThat(sealing.seal(AT_ONCE)).isEqualTo(1);
            second.commit();
        }

        assertThat(sealing.seal(AT_ONCE)).isEqualTo(1);
        assertThat(heads()).containsExactly("thing/" + late + " 1");
    }

    private static void insert(Connection connection, UUID id) throws SQLException {
        try (Statement insert = connection.createStatement()) {
            insert.execute("""
                    insert into history_entry (aggregate_type, aggregate_id, sequence, city, region, at, action, person, entry, hash)
                    values ('thing', '{id}', 1, '410100', '410100', now(), 'REGISTER', 'p', '{}', sha256('{}'))
                    """.replace("{id}", id.toString()));
        }
    }

    @Test
    void whatWasSurelySeenIsNotLookedAtAgain() {
        for (int seal = 0; seal < 3; seal++) {
            history.add(deed(UUID.randomUUID()));
            sealing.seal(AT_ONCE);
        }

        assertThat(Sql.texts(dataSource, """
                select count(*) from seal where last_entry > 0 and coming <= (select running from seal order by number desc limit 1)
                """).get(0)).isNotEqualTo("0");
    }

    @Test
    void aSecondReplicaSealsNothingMeanwhile() throws SQLException {
        history.add(deed(thing));
        try (Connection connection = ownConnection()) {
            connection.setAutoCommit(false);
            try (Statement lock = connection.createStatement()) {
                lock.execute("select pg_advisory_xact_lock(" + SealingService.LOCK + ")");
            }
            assertThat(sealing.seal(AT_ONCE)).isZero();
            // Closing alone waits for no answer: the lock might still be held when the next one asks for it.
            connection.rollback();
        }

        assertThat(sealing.seal(AT_ONCE)).isEqualTo(1);
    }

    private List<String> heads() {
        return Sql.texts(
                dataSource,
                "select chain || ' ' || sequence from sealed_head where seal = (select max(number) from seal) order by chain");
    }

    private String last(String column) {
        String text = Map.of(
                        "number",
                        "number",
                        "seen",
                        "concat_ws(' ', last_entry, last_read, running, coming)",
                        "hash",
                        "encode(hash, 'hex')",
                        "at",
                        """
                        to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')""")
                .get(column);
        return Sql.texts(dataSource, "select " + text + " from seal order by number desc limit 1")
                .get(0);
    }

    /** Beside the transaction at hand. */
    private Connection ownConnection() throws SQLException {
        try (Connection pooled = dataSource.getConnection()) {
            PGSimpleDataSource own = new PGSimpleDataSource();
            own.setUrl(pooled.getMetaData().getURL());
            Config config = ConfigProvider.getConfig();
            return own.getConnection(
                    config.getValue("quarkus.datasource.username", String.class),
                    config.getValue("quarkus.datasource.password", String.class));
        }
    }

    private Deed deed(UUID id) {
        return new Deed(
                Aggregate.of("thing", id, "410100"),
                0,
                "CHANGE",
                Act.of(office, Instant.parse("2021-10-20T04:00:00Z")),
                Map.of());
    }
}
