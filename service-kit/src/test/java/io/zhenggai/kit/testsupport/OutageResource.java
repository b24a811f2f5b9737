package io.zhenggai.kit.testsupport;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Operations that lose the database in the middle. */
@Path("/api/v1/outages")
public class OutageResource {

    private final EntityManager entities;
    private final AgroalDataSource dataSource;

    OutageResource(EntityManager entities, AgroalDataSource dataSource) {
        this.entities = entities;
        this.dataSource = dataSource;
    }

    /** Asks the database something. */
    @GET
    @Path("/none")
    @Transactional
    public String none() {
        return entities.createNativeQuery("select 'there'").getSingleResult().toString();
    }

    /** The same through plain JDBC, outside a transaction. */
    @GET
    @Path("/none-by-jdbc")
    public String noneByJdbc() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select 'there'")) {
            found.next();
            return found.getString(1);
        }
    }

    /** The server ends the session during a statement. */
    @GET
    @Path("/in-statement")
    @Transactional
    public String inStatement() {
        return entities.createNativeQuery("select pg_terminate_backend(pg_backend_pid())")
                .getSingleResult()
                .toString();
    }

    /** The server ends the session between the last statement and the commit. */
    @GET
    @Path("/before-commit")
    @Transactional
    public String beforeCommit() {
        Object session = entities.createNativeQuery("select pg_backend_pid()").getSingleResult();
        QuarkusTransaction.suspendingExisting().run(() -> terminate(session));
        return "done";
    }

    private void terminate(Object session) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(" + session + ")");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Two transactions would have to wait for each other. */
    @GET
    @Path("/contended")
    @Transactional
    public String contended() throws SQLException {
        try (Statement statement = dataSource.getConnection().createStatement()) {
            statement.execute("do $$ begin raise exception 'dead lock' using errcode = '40P01'; end $$");
        }
        return "done";
    }
}
