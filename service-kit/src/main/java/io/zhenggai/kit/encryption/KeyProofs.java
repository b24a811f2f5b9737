package io.zhenggai.kit.encryption;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Sees at the start whether each key is still the one that it was when this database saw its name first. With another one what is
 * stored would be unreadable, and what is written meanwhile unreadable afterwards.
 */
@Startup
@Singleton
public class KeyProofs {

    private static final byte[] KNOWN = "zhenggai".getBytes(StandardCharsets.US_ASCII);
    private static final String ADD = "insert into key_proof (name, proof) values (?, ?) on conflict (name) do nothing";
    private static final String FIND = "select proof from key_proof where name = ?";

    private final AgroalDataSource dataSource;

    @Inject
    KeyProofs(AgroalDataSource dataSource, Encryption encryption) {
        this.dataSource = dataSource;
        encryption.keyNames().forEach(name -> requireSame(name, encryption));
    }

    private void requireSame(String name, Encryption encryption) {
        String context = "key_proof " + name;
        byte[] proof = proof("encryption " + name, encryption.encryptWith(name, KNOWN, context));
        try {
            encryption.decrypt(proof, context);
        } catch (UnreadableException e) {
            throw new IllegalStateException(
                    "zhenggai.encryption.keys: the key " + name
                            + " is another one than this database knows by that name; put the former one back, and give a new one a new name");
        }
    }

    /**
     * Sees the same of a key for digests.
     *
     * @param name for what it makes digests, always the same
     * @throws IllegalStateException when it is another one than this database has seen before
     */
    public void requireSame(String name, KeyedDigest digest) {
        byte[] proof = digest.of("zhenggai");
        if (!MessageDigest.isEqual(proof, proof("digest " + name, proof))) {
            throw new IllegalStateException(
                    KeyedDigest.SETTING + " is another one than this database knows; put the former one back");
        }
    }

    /** @return the proof that is there; this one when there was none */
    private byte[] proof(String name, byte[] first) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD);
                PreparedStatement find = connection.prepareStatement(FIND)) {
            add.setString(1, name);
            add.setBytes(2, first);
            add.executeUpdate();
            find.setString(1, name);
            try (ResultSet found = find.executeQuery()) {
                found.next();
                return found.getBytes(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the proofs of the keys cannot be reached", e);
        }
    }
}
