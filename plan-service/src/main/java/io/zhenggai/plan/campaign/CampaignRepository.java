package io.zhenggai.plan.campaign;

import com.fasterxml.jackson.core.type.TypeReference;
import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.republish.SnapshotRange;
import io.zhenggai.kit.json.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The published campaigns. They are the whole province's: no scope narrows them. */
@ApplicationScoped
class CampaignRepository {

    private static final String INSERT = """
            insert into campaign (id, document_number, document_key, title, notice_title, issuing_body, addressees, copies,
                                  printed_on, starts, ends, phases, sources, published_at, published_by, publisher)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?, ?)
            on conflict (document_key) do nothing
            """;
    private static final String SELECT = """
            select id, document_number, title, notice_title, issuing_body, addressees, copies, printed_on, starts, ends,
                   phases, sources, published_at, published_by
            from campaign
            """;
    private static final String OF_DOCUMENT = "select id from campaign where document_key = ?";
    private static final String FIND = SELECT + "where id = ?";
    private static final String LIST = SELECT + "where (cast(? as uuid) is null or id < ?) order by id desc limit ?";
    private static final String RANGE = SELECT + "where id >= ? and id <= ? order by id limit ?";
    private static final String COUNT = "select count(*) from campaign";

    private static final TypeReference<List<NewPhase>> PHASES = new TypeReference<>() {};
    private static final TypeReference<List<CampaignSource>> SOURCES = new TypeReference<>() {};

    private final AgroalDataSource dataSource;

    CampaignRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @return whether it was added; not when a campaign of that document number is there already */
    boolean add(CampaignView campaign, String publisher) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, campaign.id());
            insert.setString(2, campaign.documentNumber());
            insert.setString(
                    3,
                    Optional.ofNullable(campaign.documentNumber())
                            .map(DocumentNumber::key)
                            .orElse(null));
            insert.setString(4, campaign.title());
            insert.setString(5, campaign.noticeTitle());
            insert.setString(6, campaign.issuingBody());
            insert.setArray(
                    7, connection.createArrayOf("text", campaign.addressees().toArray()));
            insert.setArray(
                    8, connection.createArrayOf("text", campaign.copies().toArray()));
            insert.setObject(9, campaign.printedOn());
            insert.setObject(10, campaign.start());
            insert.setObject(11, campaign.end());
            insert.setString(12, StoredJson.write(campaign.phases()));
            insert.setString(13, StoredJson.write(campaign.sources()));
            insert.setObject(14, campaign.publishedAt().atOffset(ZoneOffset.UTC));
            insert.setString(15, campaign.publishedBy());
            insert.setString(16, publisher);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the campaign could not be stored", e);
        }
    }

    Optional<CampaignView> find(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setObject(1, id);
            return read(find).stream().findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("the campaign could not be read", e);
        }
    }

    /** @return the campaign that was published under this document number, however its brackets are written */
    Optional<UUID> idOfDocument(String documentNumber) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(OF_DOCUMENT)) {
            find.setString(1, DocumentNumber.key(documentNumber));
            try (ResultSet found = find.executeQuery()) {
                return found.next() ? Optional.of(found.getObject("id", UUID.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the campaign could not be read", e);
        }
    }

    /** The newest first. */
    List<CampaignView> list(Optional<UUID> behind, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement list = connection.prepareStatement(LIST)) {
            list.setObject(1, behind.orElse(null));
            list.setObject(2, behind.orElse(null));
            list.setInt(3, limit);
            return read(list);
        } catch (SQLException e) {
            throw new IllegalStateException("the campaigns could not be read", e);
        }
    }

    /** In the order of ids. */
    List<CampaignView> list(SnapshotRange range) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement list = connection.prepareStatement(RANGE)) {
            list.setObject(1, range.from());
            list.setObject(2, range.to());
            list.setInt(3, range.limit());
            return read(list);
        } catch (SQLException e) {
            throw new IllegalStateException("the campaigns could not be read", e);
        }
    }

    long count() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = connection.prepareStatement(COUNT);
                ResultSet counted = count.executeQuery()) {
            counted.next();
            return counted.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the campaigns could not be counted", e);
        }
    }

    private List<CampaignView> read(PreparedStatement select) throws SQLException {
        try (ResultSet found = select.executeQuery()) {
            List<CampaignView> campaigns = new ArrayList<>();
            while (found.next()) {
                campaigns.add(campaign(found));
            }
            return campaigns;
        }
    }

    private CampaignView campaign(ResultSet found) throws SQLException {
        NewCampaign campaign = new NewCampaign(
                found.getString("document_number"),
                found.getString("title"),
                found.getString("notice_title"),
                found.getString("issuing_body"),
                texts(found, "addressees"),
                texts(found, "copies"),
                found.getObject("printed_on", LocalDate.class),
                found.getObject("starts", LocalDate.class),
                found.getObject("ends", LocalDate.class),
                StoredJson.read(found.getString("phases"), PHASES),
                StoredJson.read(found.getString("sources"), SOURCES));
        return CampaignView.of(
                found.getObject("id", UUID.class),
                campaign,
                found.getObject("published_at", OffsetDateTime.class).toInstant(),
                found.getString("published_by"));
    }

    private static List<String> texts(ResultSet found, String column) throws SQLException {
        return List.of((String[]) found.getArray(column).getArray());
    }
}
