package io.zhenggai.issue.view;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The views, each within reach of the person who keeps it. One statement each, unless said otherwise. */
@ApplicationScoped
class SavedViewRepository {

    /** Drawn once, so that other locks on the digests of texts are others. */
    private static final long LOCKS = 0x5669_6577_4E61_6D65L;

    /** A row that is not there yet cannot be locked; two people who share a digest wait for one another, and for a moment only. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, ?))";

    private static final String NAMES = "select id, version, name from issue_view where person = ?";
    private static final String LIST =
            "select id, version, name, question from issue_view where person = ? order by name";
    private static final String FIND = "select id, version, name, question from issue_view where person = ? and id = ?";
    private static final String INSERT =
            "insert into issue_view (id, version, name, question, person) values (?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "update issue_view set version = ?, name = ?, question = ? where id = ? and person = ?";
    private static final String DELETE = "delete from issue_view where id = ? and person = ?";

    private final AgroalDataSource dataSource;

    SavedViewRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Two statements: who comes second reads only when the first has committed, what that one has left.
     *
     * @return what the person keeps; nobody else's deed changes it before the transaction ends
     */
    ViewNames lockNames(String person) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = connection.prepareStatement(LOCK);
                PreparedStatement read = connection.prepareStatement(NAMES)) {
            lock.setString(1, person);
            lock.setLong(2, LOCKS);
            lock.execute();
            read.setString(1, person);
            try (ResultSet found = read.executeQuery()) {
                List<ViewNames.Named> names = new ArrayList<>();
                while (found.next()) {
                    names.add(new ViewNames.Named(
                            found.getObject("id", UUID.class), found.getLong("version"), found.getString("name")));
                }
                return new ViewNames(names);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the names of the views could not be read", e);
        }
    }

    /** @return all of the person's, in the order of their names */
    List<KeptView> list(String person) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement list = connection.prepareStatement(LIST)) {
            list.setString(1, person);
            return read(list);
        } catch (SQLException e) {
            throw new IllegalStateException("the views could not be listed", e);
        }
    }

    /** @return the view; empty when the person has none such */
    Optional<KeptView> find(String person, UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, person);
            find.setObject(2, id);
            return read(find).stream().findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("the view could not be read", e);
        }
    }

    void insert(String person, KeptView view) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, view.id());
            insert.setLong(2, view.version());
            insert.setString(3, view.name());
            insert.setString(4, view.question().json());
            insert.setString(5, person);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the view could not be stored", e);
        }
    }

    void update(String person, KeptView view) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setLong(1, view.version());
            update.setString(2, view.name());
            update.setString(3, view.question().json());
            update.setObject(4, view.id());
            update.setString(5, person);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the view could not be changed", e);
        }
    }

    void delete(String person, UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setObject(1, id);
            delete.setString(2, person);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the view could not be removed", e);
        }
    }

    private static List<KeptView> read(PreparedStatement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            List<KeptView> views = new ArrayList<>();
            while (found.next()) {
                views.add(new KeptView(
                        found.getObject("id", UUID.class),
                        found.getLong("version"),
                        found.getString("name"),
                        Question.kept(found.getString("question"))));
            }
            return views;
        }
    }
}
