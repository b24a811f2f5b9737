package io.zhenggai.notification.contact;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Everybody who holds a post, for those who write to them. Not for callers: it has no scope. */
@ApplicationScoped
public class PostHolders {

    private static final String ALL = "select region_code, unit, post, email from contact order by id";

    private final AgroalDataSource dataSource;

    PostHolders(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
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
                        found.getString(4)));
            }
            return holders;
        } catch (SQLException e) {
            throw new IllegalStateException("the contacts could not be read", e);
        }
    }
}
