package io.zhenggai.notification.contact;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.encryption.EncryptedColumn;
import io.zhenggai.kit.encryption.Encryption;
import io.zhenggai.kit.encryption.KeyedDigest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Everybody who holds a post, for those who write to them. Not for callers: it has no scope. */
@ApplicationScoped
public class PostHolders {

    /** Where the addresses lie, encrypted; {@code email_digest} beside it finds them. */
    public static final EncryptedColumn EMAIL = EncryptedColumn.of("contact", "email");

    private static final String IDS = "select id from contact where email_digest = any (?)";
    private static final String ALL = "select region_code, unit, post, id, email from contact order by id";

    private final AgroalDataSource dataSource;
    private final Encryption encryption;
    private final KeyedDigest digest;

    PostHolders(AgroalDataSource dataSource, Encryption encryption, KeyedDigest digest) {
        this.dataSource = dataSource;
        this.encryption = encryption;
        this.digest = digest;
    }

    /** @return all of them; one statement */
    public List<PostHolder> all() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(ALL);
                ResultSet found = read.executeQuery()) {
            List<PostHolder> holders = new ArrayList<>();
            while (found.next()) {
                holders.add(new PostHolder(
                        found.getString(1),
                        found.getString(2),
                        ContactPost.valueOf(found.getString(3)),
                        encryption.decrypt(found.getBytes(5), EMAIL, found.getObject(4, UUID.class))));
            }
            return holders;
        } catch (SQLException e) {
            throw new IllegalStateException("the contacts could not be read", e);
        }
    }

    /** @return the ids of the contacts with these addresses; one statement */
    public List<UUID> ids(Collection<String> addresses) {
        byte[][] digests = addresses.stream().map(digest::of).toArray(byte[][]::new);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(IDS)) {
            read.setArray(1, connection.createArrayOf("bytea", digests));
            try (ResultSet found = read.executeQuery()) {
                List<UUID> ids = new ArrayList<>();
                while (found.next()) {
                    ids.add(found.getObject(1, UUID.class));
                }
                return ids;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the contacts could not be read", e);
        }
    }
}
