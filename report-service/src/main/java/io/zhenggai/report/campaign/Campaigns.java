package io.zhenggai.report.campaign;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The campaigns that were published. They are the whole province's: no scope narrows them. */
@ApplicationScoped
public class Campaigns {

    private static final String FIND = "select title from campaign where id = ?";
    private static final String PUT = """
            insert into campaign (id, title) values (?, ?)
            on conflict (id) do update set title = excluded.title
            """;

    private final AgroalDataSource dataSource;

    Campaigns(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @return the campaign; empty when its publication has not arrived here */
    public Optional<Campaign> find(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, id);
            try (ResultSet found = find.executeQuery()) {
                return found.next() ? Optional.of(new Campaign(id, found.getString("title"))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("campaigns could not be read", e);
        }
    }

    void put(Campaign campaign) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setObject(1, campaign.id());
            put.setString(2, campaign.title());
            put.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the campaign could not be stored", e);
        }
    }
}
