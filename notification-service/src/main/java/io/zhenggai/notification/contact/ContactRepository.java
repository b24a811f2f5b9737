package io.zhenggai.notification.contact;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.encryption.EncryptedColumn;
import io.zhenggai.kit.encryption.Encryption;
import io.zhenggai.kit.encryption.KeepsEncrypted;
import io.zhenggai.kit.encryption.KeyedDigest;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.paging.Cursor;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.sql.NamedStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The contacts, each question within a caller's scope. */
@ApplicationScoped
class ContactRepository implements KeepsEncrypted {

    private static final String COLUMNS =
            "id, version, city_code, region_code, unit, post, name, email, email_digest, changed_at, changed_by";
    private static final String FIND = "select " + COLUMNS + " from contact where {conditions}";
    private static final String LIST = FIND + " order by region_code, unit, post";
    private static final String COUNT = "select count(*) from contact where {conditions}";
    private static final String BEHIND = """
             and (region_code, unit, post) > (:lastRegion, :lastUnit, :lastPost)
            """;
    private static final String INSERT = "insert into contact (" + COLUMNS + """
            ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (region_code, unit, post) do nothing
            """;
    private static final String UPDATE = """
            update contact set version = ?, name = ?, email = ?, email_digest = ?, changed_at = ?, changed_by = ? where id = ?
            """;
    private static final String DELETE = "delete from contact where id = ?";

    private final AgroalDataSource dataSource;
    private final Encryption encryption;
    private final KeyedDigest digest;

    ContactRepository(AgroalDataSource dataSource, Encryption encryption, KeyedDigest digest) {
        this.dataSource = dataSource;
        this.encryption = encryption;
        this.digest = digest;
    }

    @Override
    public List<EncryptedColumn> encryptedColumns() {
        return List.of(PostHolders.EMAIL);
    }

    Optional<Contact> find(RegionScope scope, UUID id) {
        return find(FIND, scope, id);
    }

    /** The row stays locked until the transaction ends. */
    Optional<Contact> lock(RegionScope scope, UUID id) {
        return find(FIND + " for update", scope, id);
    }

    private Optional<Contact> find(String sql, RegionScope scope, UUID id) {
        Conditions conditions = inScope(scope).and("id = :id", "id", Optional.of(id));
        return query(sql, conditions, Map.of()).stream().findFirst();
    }

    /** In the order of regions, units and posts; one statement, and one more when the total is asked for. */
    Page<Contact> list(RegionScope scope, ContactFilter filter, PageRequest page) {
        Conditions conditions = inScope(scope)
                .and("region_code = :region", "region", filter.region())
                .and("post = :post", "post", filter.post().map(ContactPost::name));
        Long total = page.withTotal() ? count(conditions) : null;
        String question = scope + filter.toString();
        Map<String, Object> more = new HashMap<>();
        String sql = page.cursor()
                .map(text -> {
                    List<String> keys = Cursor.decoded(text, question, 3).keys();
                    more.put("lastRegion", keys.get(0));
                    more.put("lastUnit", keys.get(1));
                    more.put("lastPost", keys.get(2));
                    return LIST.replace("{conditions}", "{conditions}" + BEHIND);
                })
                .orElse(LIST);
        return Page.of(
                query(sql + page.limitInSql(), conditions, more), page.limit(), last -> cursor(last, question), total);
    }

    private static Cursor cursor(Contact last, String question) {
        return new Cursor(List.of(last.region(), last.unit(), last.post().name()), question);
    }

    private static Conditions inScope(RegionScope scope) {
        return Conditions.inScope(scope, "city_code", "region_code", "unit = :scopeUnit");
    }

    /** @return false when somebody holds that post */
    boolean insert(Contact contact) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, contact.id());
            insert.setLong(2, contact.version());
            insert.setString(3, contact.city());
            insert.setString(4, contact.region());
            insert.setString(5, contact.unit());
            insert.setString(6, contact.post().name());
            insert.setString(7, contact.name());
            insert.setBytes(8, encryption.encrypt(contact.email().value(), PostHolders.EMAIL, contact.id()));
            insert.setBytes(9, digest.of(contact.email().value()));
            insert.setObject(10, contact.changedAt().atOffset(ZoneOffset.UTC));
            insert.setString(11, contact.changedBy());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the contact could not be stored", e);
        }
    }

    void update(Contact contact) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setLong(1, contact.version());
            update.setString(2, contact.name());
            update.setBytes(3, encryption.encrypt(contact.email().value(), PostHolders.EMAIL, contact.id()));
            update.setBytes(4, digest.of(contact.email().value()));
            update.setObject(5, contact.changedAt().atOffset(ZoneOffset.UTC));
            update.setString(6, contact.changedBy());
            update.setObject(7, contact.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the contact could not be changed", e);
        }
    }

    void delete(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setObject(1, id);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the contact could not be removed", e);
        }
    }

    private long count(Conditions conditions) {
        String sql = COUNT.replace("{conditions}", conditions.hql());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = NamedStatement.prepare(connection, sql, conditions.parameters());
                ResultSet counted = count.executeQuery()) {
            counted.next();
            return counted.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the contacts could not be counted", e);
        }
    }

    private List<Contact> query(String sql, Conditions conditions, Map<String, Object> more) {
        Map<String, Object> parameters = new HashMap<>(conditions.parameters());
        parameters.putAll(more);
        String bound = sql.replace("{conditions}", conditions.hql());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = NamedStatement.prepare(connection, bound, parameters);
                ResultSet found = read.executeQuery()) {
            List<Contact> contacts = new ArrayList<>();
            while (found.next()) {
                contacts.add(contact(found));
            }
            return contacts;
        } catch (SQLException e) {
            throw new IllegalStateException("the contacts could not be read", e);
        }
    }

    private Contact contact(ResultSet found) throws SQLException {
        UUID id = found.getObject("id", UUID.class);
        return new Contact(
                id,
                found.getLong("version"),
                found.getString("city_code"),
                found.getString("region_code"),
                found.getString("unit"),
                ContactPost.valueOf(found.getString("post")),
                found.getString("name"),
                new EmailAddress(encryption.decrypt(found.getBytes("email"), PostHolders.EMAIL, id)),
                found.getObject("changed_at", OffsetDateTime.class).toInstant(),
                found.getString("changed_by"));
    }
}
