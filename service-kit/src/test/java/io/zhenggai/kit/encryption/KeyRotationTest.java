package io.zhenggai.kit.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.kit.testsupport.OnRealServers;
import io.zhenggai.kit.testsupport.Sql;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class KeyRotationTest {

    private static final EncryptedColumn WORDS = EncryptedColumn.of("letter", "words");
    private static final String OLD = key("old", 1);
    private static final String NEW = key("new", 2);
    private static final String LOST = key("lost", 3);

    @Inject
    AgroalDataSource dataSource;

    @BeforeEach
    void beginWithoutLetters() {
        Sql.execute(dataSource, "truncate letter");
    }

    @Test
    void allIsBroughtUnderTheFirstKeyPageByPage() throws SQLException {
        int letters = 2 * KeyRotationService.ROWS + 1;
        for (int i = 1; i <= letters; i++) {
            store(i, encryption(OLD), "letter " + i);
        }
        KeyRotation rotation = rotation(NEW, OLD);

        pass(rotation);

        Map<Long, String> read = read(encryption(NEW));
        assertThat(read)
                .hasSize(letters)
                .containsEntry(1L, "letter 1")
                .containsEntry((long) letters, "letter " + letters);
    }

    @Test
    void whatHasTheFirstKeyAndWhatIsNullStaysAsItIs() throws SQLException {
        byte[] before = store(1, encryption(NEW), "is new");
        Sql.execute(dataSource, "insert into letter (id) values ('00000000-0000-0000-0000-000000000002')");

        pass(rotation(NEW, OLD));

        assertThat(stored(1)).isEqualTo(before);
        assertThat(Sql.texts(dataSource, "select count(*) from letter where words is null"))
                .containsExactly("1");
    }

    @Test
    void whatNoKeyReadsStaysAndHoldsUpNothing() throws SQLException {
        byte[] before = store(1, encryption(LOST), "nobody can read it");
        store(2, encryption(OLD), "is behind it");

        pass(rotation(NEW, OLD));

        assertThat(stored(1)).isEqualTo(before);
        assertThat(encryption(NEW).decrypt(stored(2), WORDS, new UUID(0, 2))).isEqualTo("is behind it");
    }

    @Test
    void whatAnotherTransactionHasLockedIsLeftToTheNextPass() throws SQLException {
        store(1, encryption(OLD), "at work");
        KeyRotation rotation = rotation(NEW, OLD);

        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            try (Statement lock = other.createStatement()) {
                lock.executeQuery("select * from letter for update");
                pass(rotation);
            }
            other.rollback();
        }
        assertThat(encryption(OLD).decrypt(stored(1), WORDS, new UUID(0, 1))).isEqualTo("at work");

        pass(rotation);

        assertThat(encryption(NEW).decrypt(stored(1), WORDS, new UUID(0, 1))).isEqualTo("at work");
    }

    @Test
    void aMigrationEncryptsWhatLayOpen() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table open_letter (id uuid primary key, sender uuid not null, words text)");
                statement.execute("insert into open_letter select gen_random_uuid(), gen_random_uuid(), 'word ' || n"
                        + " from generate_series(1, 1001) n");
                statement.execute("insert into open_letter values (gen_random_uuid(), gen_random_uuid(), null)");
                EncryptedColumn column = new EncryptedColumn("open_letter", "words", "sender");
                KeyedDigest digest = new KeyedDigest(Base64.getEncoder().encodeToString(new byte[32]));

                new OpenColumn(connection, column).digest(digest, "words_digest");
                new OpenColumn(connection, column).encrypt(encryption(NEW));

                int words = 0;
                try (ResultSet found = statement.executeQuery(
                        "select sender, words, words_digest from open_letter where words is not null")) {
                    while (found.next()) {
                        String text =
                                encryption(NEW).decrypt(found.getBytes(2), column, found.getObject(1, UUID.class));
                        assertThat(text).startsWith("word ");
                        assertThat(found.getBytes(3)).isEqualTo(digest.of(text));
                        words++;
                    }
                }
                assertThat(words).isEqualTo(1001);
                assertThat(Sql.texts(connection, "select count(*) from open_letter where words is null"))
                        .containsExactly("1");
            } finally {
                connection.rollback();
            }
        }
    }

    private KeyRotation rotation(String... keys) {
        Encryption encryption = encryption(keys);
        return new KeyRotation(
                new KeyRotationService(dataSource, encryption), encryption, List.of(() -> List.of(WORDS)));
    }

    /** Until it rests for an hour. */
    private static void pass(KeyRotation rotation) {
        Duration rest;
        do {
            rest = rotation.run();
        } while (rest.compareTo(Duration.ofMinutes(1)) < 0);
    }

    private byte[] store(int number, Encryption encryption, String words) throws SQLException {
        UUID id = new UUID(0, number);
        byte[] encrypted = encryption.encrypt(words, WORDS, id);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into letter (id, words) values (?, ?)")) {
            insert.setObject(1, id);
            insert.setBytes(2, encrypted);
            insert.executeUpdate();
        }
        return encrypted;
    }

    private byte[] stored(int number) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement("select words from letter where id = ?")) {
            read.setObject(1, new UUID(0, number));
            try (ResultSet found = read.executeQuery()) {
                found.next();
                return found.getBytes(1);
            }
        }
    }

    private Map<Long, String> read(Encryption encryption) throws SQLException {
        Map<Long, String> read = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select id, words from letter")) {
            while (found.next()) {
                UUID id = found.getObject(1, UUID.class);
                read.put(id.getLeastSignificantBits(), encryption.decrypt(found.getBytes(2), WORDS, id));
            }
        }
        return read;
    }

    private static Encryption encryption(String... keys) {
        return new Encryption(List.of(keys), new SecureRandom());
    }

    private static String key(String name, int filling) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) filling);
        return name + ":" + Base64.getEncoder().encodeToString(key);
    }
}
