package io.zhenggai.embedded.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Walks all chains of a table, link by link, in constant memory. */
final class ChainWalk {

    private static final int ROWS = 5_000;
    private static final byte[] NOTHING = {};

    private final String table;
    private final MessageDigest digest = Digests.sha256();

    private String chain = "";
    private boolean chainIsBroken;
    private long lastSequence;
    private long lastNumber;
    private byte[] lastHash = NOTHING;

    private long links;
    private long chains;
    private long firstNumber = Long.MAX_VALUE;
    private Optional<BrokenLink> first = Optional.empty();

    private ChainWalk(String table) {
        this.table = table;
    }

    /**
     * @param sql selects chain, sequence, number, entry, hash and the columns that repeat what the entry says, as JSON; in the order of
     *     chains and sequences
     */
    static ChainWalk of(Connection connection, String table, String sql) throws SQLException {
        ChainWalk walk = new ChainWalk(table);
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            read.setFetchSize(ROWS);
            try (ResultSet link = read.executeQuery()) {
                while (link.next()) {
                    walk.link(link);
                }
            }
        }
        return walk;
    }

    private void link(ResultSet link) throws SQLException {
        links++;
        String own = String.valueOf(link.getString("chain"));
        if (!own.equals(chain)) {
            chains++;
            chain = own;
            chainIsBroken = false;
            lastSequence = 0;
            lastNumber = 0;
            lastHash = NOTHING;
        }
        long sequence = link.getLong("sequence");
        String entry = String.valueOf(link.getString("entry"));
        byte[] hash = Objects.requireNonNullElse(link.getBytes("hash"), NOTHING);
        digest.update(lastHash);
        byte[] due = digest.digest(entry.getBytes(StandardCharsets.UTF_8));
        if (sequence != lastSequence + 1) {
            broken(link, "entry " + (lastSequence + 1) + " of this chain is missing");
        } else if (!Arrays.equals(hash, due)) {
            broken(link, "its text, its hash or the one before is not what was written");
        } else if (link.getLong("number") <= lastNumber) {
            broken(link, "its number is not higher than that of the one before");
        } else if (!RepeatedColumns.agree(entry, link.getString("columns"))) {
            broken(link, "its columns do not say what its text says");
        }
        lastSequence = sequence;
        lastNumber = link.getLong("number");
        lastHash = hash;
    }

    /** The earliest of all chains is the first; of one chain what follows is no finding of its own. */
    private void broken(ResultSet link, String what) throws SQLException {
        long number = link.getLong("number");
        if (!chainIsBroken && number < firstNumber) {
            firstNumber = number;
            first = Optional.of(new BrokenLink(
                    "%s %d, %s, entry %d".formatted(table, number, chain, link.getLong("sequence")), what));
        }
        chainIsBroken = true;
    }

    long links() {
        return links;
    }

    long chains() {
        return chains;
    }

    Optional<BrokenLink> first() {
        return first;
    }
}
