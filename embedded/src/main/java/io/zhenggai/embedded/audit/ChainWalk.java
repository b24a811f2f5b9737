package io.zhenggai.embedded.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
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
    private byte[] lastHash = NOTHING;

    private long links;
    private long chains;
    private long firstNumber = Long.MAX_VALUE;
    private Optional<BrokenLink> first = Optional.empty();

    private ChainWalk(String table) {
        this.table = table;
    }

    /**
     * @param sql selects chain, sequence, number, entry, hash and whether the columns say what the entry says, in the order of chains and
     *     sequences
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
        if (!link.getString("chain").equals(chain)) {
            chains++;
            chain = link.getString("chain");
            chainIsBroken = false;
            lastSequence = 0;
            lastHash = NOTHING;
        }
        long sequence = link.getLong("sequence");
        byte[] hash = link.getBytes("hash");
        digest.update(lastHash);
        byte[] due = digest.digest(link.getString("entry").getBytes(StandardCharsets.UTF_8));
        if (sequence != lastSequence + 1) {
            broken(link, "entry " + (lastSequence + 1) + " of this chain is missing");
        } else if (!Arrays.equals(hash, due)) {
            broken(link, "its text, its hash or the one before is not what was written");
        } else if (!link.getBoolean("agrees")) {
            broken(link, "its columns do not say what its text says");
        }
        lastSequence = sequence;
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
