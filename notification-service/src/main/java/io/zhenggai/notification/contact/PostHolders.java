package io.zhenggai.notification.contact;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.encryption.EncryptedColumn;
import io.zhenggai.kit.encryption.Encryption;
import io.zhenggai.kit.sql.Columns;
import io.zhenggai.notification.planning.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Everybody who holds a post, for those who write to them. Not for callers: it has no scope. */
@ApplicationScoped
public class PostHolders {

    /** Where the addresses lie, encrypted; {@code email_digest} beside it finds them. */
    public static final EncryptedColumn EMAIL = EncryptedColumn.of("contact", "email");

    private static final String IDS = """
            select id from contact
            where (region_code, unit, post) in (select region, unit, post from unnest(?, ?, ?) as wanted (region, unit, post))
            """;
    private static final String ALL = "select region_code, unit, post, id, email from contact order by id";

    private final AgroalDataSource dataSource;
    private final Encryption encryption;

    PostHolders(AgroalDataSource dataSource, Encryption encryption) {
        this.dataSource = dataSource;
        this.encryption = encryption;
    }

    /** @return all whose address can be read; one statement */
    public List<PostHolder> all() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(ALL);
                ResultSet found = read.executeQuery()) {
            List<PostHolder> holders = new ArrayList<>();
            while (found.next()) {
                String region = found.getString(1);
                String unit = found.getString(2);
                ContactPost post = ContactPost.valueOf(found.getString(3));
                encryption
                        .decryptIfReadable(found.getBytes(5), EMAIL, found.getObject(4, UUID.class))
                        .ifPresent(email -> holders.add(new PostHolder(region, unit, post, email)));
            }
            return holders;
        } catch (SQLException e) {
            throw new IllegalStateException("the contacts could not be read", e);
        }
    }

    /** @return the ids of those who hold these posts; one statement */
    public List<UUID> ids(List<Post> posts) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(IDS)) {
            Columns<Post> columns = new Columns<>(read, posts);
            columns.texts(1, post -> post.party().region().value());
            columns.texts(2, post -> post.party().unit().orElse(""));
            columns.names(3, Post::role);
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
