package io.zhenggai.issue.intake;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.encryption.Encryption;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * What is stored of an import in portions that follow each other, each encrypted for its place. They are not encrypted anew when the key
 * changes: seven days later they are gone.
 */
@ApplicationScoped
class ImportPortions {

    private static final String PUT = """
            insert into issue_import_portion (import_id, kind, ordinal, content) values (?, ?, ?, ?)
            on conflict (import_id, kind, ordinal) do update set content = excluded.content
            """;

    private static final String GET =
            "select content from issue_import_portion where import_id = ? and kind = ? and ordinal = ?";

    private static final String LAST = "select max(ordinal) from issue_import_portion where import_id = ? and kind = ?";

    private static final String CLEAR = "delete from issue_import_portion where import_id = ? and kind = ?";

    private final AgroalDataSource dataSource;
    private final Encryption encryption;

    ImportPortions(AgroalDataSource dataSource, Encryption encryption) {
        this.dataSource = dataSource;
        this.encryption = encryption;
    }

    /** What portions are of. */
    enum Kind {
        /** The file as it came. */
        FILE,
        /** What is wrong with its rows. */
        FAULTS
    }

    void put(UUID importId, Kind kind, int ordinal, byte[] content) {
        run(PUT, importId, kind, statement -> {
            statement.setInt(3, ordinal);
            statement.setBytes(4, encryption.encrypt(content, context(importId, kind, ordinal)));
            return statement.executeUpdate();
        });
    }

    /** @return the content; empty behind the last one */
    Optional<byte[]> get(UUID importId, Kind kind, int ordinal) {
        return run(GET, importId, kind, statement -> {
            statement.setInt(3, ordinal);
            try (ResultSet found = statement.executeQuery()) {
                return found.next()
                        ? Optional.of(encryption.decrypt(found.getBytes(1), context(importId, kind, ordinal)))
                        : Optional.empty();
            }
        });
    }

    /** @return of how many bytes they are together, where each but the last has as many as are named */
    long size(UUID importId, Kind kind, int portion) {
        Optional<Integer> last = run(LAST, importId, kind, statement -> {
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return Optional.ofNullable(found.getObject(1, Integer.class));
            }
        });
        return last.map(ordinal ->
                        (long) ordinal * portion + get(importId, kind, ordinal).orElseThrow().length)
                .orElse(0L);
    }

    void clear(UUID importId, Kind kind) {
        run(CLEAR, importId, kind, PreparedStatement::executeUpdate);
    }

    private static String context(UUID importId, Kind kind, int ordinal) {
        return "issue_import_portion " + importId + " " + kind + " " + ordinal;
    }

    private <T> T run(String sql, UUID importId, Kind kind, Work<T> work) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, importId);
            statement.setString(2, kind.name());
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the portions of an import could not be reached", e);
        }
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }
}
