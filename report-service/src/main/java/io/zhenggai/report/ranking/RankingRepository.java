package io.zhenggai.report.ranking;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.json.StoredJson;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.paging.NewestFirst;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.sql.NamedStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The published rankings, each question within a caller's scope: an office's are those that are for it. */
@ApplicationScoped
class RankingRepository {

    private static final String INSERT = """
            with published as (
                insert into published_ranking (id, campaign_id, title, published_at, name, addressees, ranking)
                values (?, ?, ?, ?, ?, ?, ?) returning id, addressees
            )
            insert into ranking_addressee (region_code, ranking_id) select unnest(addressees), id from published
            """;
    private static final String LIST = """
            select number, id, campaign_id, title, published_at, name, addressees from published_ranking where {conditions}
            """;
    private static final String FIND = """
            select id, campaign_id, title, published_at, name, addressees, ranking from published_ranking where {conditions}
            """;

    private final AgroalDataSource dataSource;

    RankingRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One statement. */
    void add(PublishedRanking ranking) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, ranking.id());
            insert.setObject(2, ranking.campaignId());
            insert.setString(3, ranking.title());
            insert.setObject(4, ranking.publishedAt().atOffset(ZoneOffset.UTC));
            insert.setString(5, ranking.name());
            insert.setArray(
                    6, connection.createArrayOf("text", ranking.addressees().toArray(String[]::new)));
            insert.setString(7, StoredJson.write(ranking.ranking()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the ranking could not be stored", e);
        }
    }

    /** One statement. */
    Optional<PublishedRanking> find(RegionScope scope, UUID id) {
        Conditions conditions = inScope(scope).and("id = :id", "id", Optional.of(id));
        String sql = FIND.replace("{conditions}", conditions.hql());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = NamedStatement.prepare(connection, sql, conditions.parameters());
                ResultSet found = find.executeQuery()) {
            return found.next() ? Optional.of(published(found)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the ranking could not be read", e);
        }
    }

    /** The newest first; one statement, and one more when the total is asked for. */
    Page<ListedRanking> list(RegionScope scope, RankingFilter filter, PageRequest page) {
        Conditions conditions = inScope(scope).and("campaign_id = :campaignId", "campaignId", filter.campaignId());
        NewestFirst pages = new NewestFirst(conditions, scope + filter.toString(), page);
        try (Connection connection = dataSource.getConnection()) {
            return pages.read(
                    connection,
                    LIST,
                    "select count(*) from published_ranking where {conditions}",
                    "number",
                    RankingRepository::listed,
                    ListedRanking::number);
        } catch (SQLException e) {
            throw new IllegalStateException("the rankings could not be read", e);
        }
    }

    /** A ranking is published to offices: no county is among the addressees, and no unit. */
    private static Conditions inScope(RegionScope scope) {
        return Conditions.inScope(scope, addressed(":scopeCity"), addressed(":scopeRegion"));
    }

    private static String addressed(String parameter) {
        return "(select region_code from ranking_addressee where ranking_id = published_ranking.id and region_code = "
                + parameter + ")";
    }

    private static ListedRanking listed(ResultSet found) throws SQLException {
        return new ListedRanking(
                found.getLong("number"),
                found.getObject("id", UUID.class),
                found.getObject("campaign_id", UUID.class),
                found.getString("title"),
                publishedAt(found),
                found.getString("name"),
                addressees(found));
    }

    private static PublishedRanking published(ResultSet found) throws SQLException {
        return new PublishedRanking(
                found.getObject("id", UUID.class),
                found.getObject("campaign_id", UUID.class),
                found.getString("title"),
                publishedAt(found),
                found.getString("name"),
                addressees(found),
                StoredJson.read(found.getString("ranking"), JsonNode.class));
    }

    private static Instant publishedAt(ResultSet found) throws SQLException {
        return found.getObject("published_at", OffsetDateTime.class).toInstant();
    }

    private static List<String> addressees(ResultSet found) throws SQLException {
        return List.of((String[]) found.getArray("addressees").getArray());
    }
}
