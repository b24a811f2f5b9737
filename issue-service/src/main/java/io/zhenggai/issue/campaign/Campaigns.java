package io.zhenggai.issue.campaign;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The campaigns that were published. They are the whole province's: no scope narrows them. */
@ApplicationScoped
public class Campaigns {

    private static final String FIND = "select id, title, year, starts, ends, sources from campaign where id = ?";
    private static final String PUT = """
            insert into campaign (id, title, year, starts, ends, sources) values (?, ?, ?, ?, ?, ?)
            on conflict (id) do update
            set title = excluded.title, year = excluded.year, starts = excluded.starts, ends = excluded.ends,
                sources = excluded.sources
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
                return found.next() ? Optional.of(campaign(found)) : Optional.empty();
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
            put.setInt(3, campaign.year());
            put.setObject(4, campaign.starts());
            put.setObject(5, campaign.ends());
            put.setArray(6, connection.createArrayOf("text", campaign.sources().toArray()));
            put.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the campaign could not be stored", e);
        }
    }

    private static Campaign campaign(ResultSet found) throws SQLException {
        Array sources = found.getArray("sources");
        return new Campaign(
                found.getObject("id", UUID.class),
                found.getString("title"),
                found.getInt("year"),
                found.getObject("starts", LocalDate.class),
                found.getObject("ends", LocalDate.class),
                Set.of((String[]) sources.getArray()));
    }
}
