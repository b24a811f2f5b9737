package io.zhenggai.embedded.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Walks the seals, and holds each head against the entry that it seals. */
final class SealWalk {

    private static final int ROWS = 5_000;
    private static final byte[] NOTHING = {};

    private static final String SEALS =
            "select number, at, last_entry, last_read, running, coming, heads, hash from seal order by number";
    private static final String OUT_OF_BOUNDS = """
            select number from seal
            where last_entry > (select coalesce(max(number), 0) from history_entry)
               or last_read > (select coalesce(max(number), 0) from personal_data_read)
            order by number limit 1
            """;
    private static final String HEADS =
            "select chain, sequence, hash from sealed_head where seal = ? order by chain collate \"C\", sequence";

    /** By text, not by index: a chain that was changed may be no chain at all. */
    private static final String CHANGED_HEADS = """
            select head.seal, head.chain, head.sequence from sealed_head as head
            left join history_entry as entry
                on entry.aggregate_type || '/' || entry.aggregate_id = head.chain and entry.sequence = head.sequence
            left join personal_data_read as read
                on 'personal-data-read/' || read.person = head.chain and read.sequence = head.sequence
            left join seal on seal.number = head.seal
            where coalesce(entry.hash, read.hash) is distinct from head.hash or seal.number is null
            order by head.seal, head.chain, head.sequence limit 1
            """;

    private final Map<Long, String> hashes = new HashMap<>();
    private Optional<BrokenLink> first = Optional.empty();

    static SealWalk of(Connection connection) throws SQLException {
        SealWalk walk = new SealWalk();
        walk.seals(connection);
        walk.heads(connection);
        walk.bounds(connection);
        return walk;
    }

    private void seals(Connection connection) throws SQLException {
        byte[] last = NOTHING;
        long lastNumber = 0;
        try (PreparedStatement read = connection.prepareStatement(SEALS);
                ResultSet seal = executed(read)) {
            while (seal.next()) {
                long number = seal.getLong("number");
                byte[] hash = Objects.requireNonNullElse(seal.getBytes("hash"), NOTHING);
                if (number != lastNumber + 1) {
                    broken("seal " + number, "seal " + (lastNumber + 1) + " is missing");
                }
                Lines lines = lines(connection, seal, last);
                if (!Arrays.equals(hash, lines.hash()) || lines.heads() != seal.getLong("heads")) {
                    broken("seal " + number, "it, the one before or one of its heads is not what was sealed");
                }
                hashes.put(number, HexFormat.of().formatHex(hash));
                lastNumber = number;
                last = hash;
            }
        }
    }

    private static Lines lines(Connection connection, ResultSet seal, byte[] last) throws SQLException {
        MessageDigest digest = Digests.sha256();
        digest.update(last);
        long number = seal.getLong("number");
        OffsetDateTime at = seal.getObject("at", OffsetDateTime.class);
        digest.update(utf8(number + "\n" + (at == null ? "" : at.toInstant()) + "\n" + seal.getLong("last_entry") + " "
                + seal.getLong("last_read") + " " + seal.getLong("running") + " " + seal.getLong("coming") + "\n"));
        long heads = 0;
        try (PreparedStatement read = connection.prepareStatement(HEADS)) {
            read.setLong(1, number);
            read.setFetchSize(ROWS);
            try (ResultSet head = read.executeQuery()) {
                while (head.next()) {
                    heads++;
                    byte[] hash = Objects.requireNonNullElse(head.getBytes("hash"), NOTHING);
                    digest.update(utf8(head.getString("chain") + " " + head.getLong("sequence") + " "
                            + HexFormat.of().formatHex(hash) + "\n"));
                }
            }
        }
        return new Lines(digest.digest(), heads);
    }

    private static ResultSet executed(PreparedStatement read) throws SQLException {
        read.setFetchSize(ROWS);
        return read.executeQuery();
    }

    private void heads(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(CHANGED_HEADS);
                ResultSet head = read.executeQuery()) {
            if (head.next()) {
                broken(
                        "sealed_head of seal %d, %s, entry %d"
                                .formatted(head.getLong("seal"), head.getString("chain"), head.getLong("sequence")),
                        "the entry that was sealed is gone or is another one, or its seal is gone");
            }
        }
    }

    private void bounds(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(OUT_OF_BOUNDS);
                ResultSet seal = read.executeQuery()) {
            if (seal.next()) {
                broken("seal " + seal.getLong("number"), "it has seen more than there is");
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void broken(String where, String what) {
        if (first.isEmpty()) {
            first = Optional.of(new BrokenLink(where, what));
        }
    }

    /** @return number to hash, 64 hexadecimal digits */
    Map<Long, String> hashes() {
        return Map.copyOf(hashes);
    }

    Optional<BrokenLink> first() {
        return first;
    }

    private record Lines(byte[] hash, long heads) {}
}
