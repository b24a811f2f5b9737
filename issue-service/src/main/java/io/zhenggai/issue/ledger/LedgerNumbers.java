package io.zhenggai.issue.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Gives out ledger numbers, per year and city, without gaps: a command that fails gives its number back by its rollback. */
@ApplicationScoped
class LedgerNumbers {

    private static final String NEXT = """
            insert into ledger_counter (year, city_code, last) values (?, ?, 1)
            on conflict (year, city_code) do update set last = ledger_counter.last + 1
            returning last
            """;

    private final AgroalDataSource dataSource;

    LedgerNumbers(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One statement; who registers in the same city waits until this transaction ends. */
    LedgerNumber next(int year, String city) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement next = connection.prepareStatement(NEXT)) {
            next.setInt(1, year);
            next.setString(2, city);
            try (ResultSet given = next.executeQuery()) {
                given.next();
                return new LedgerNumber(year, city, given.getInt(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no ledger number was given", e);
        }
    }
}
