package io.zhenggai.issue.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives out ledger numbers, per year and city, without gaps: a command that fails gives its numbers back by its rollback. */
@ApplicationScoped
class LedgerNumbers {

    /** In the order of the cities, so that two imports that meet never wait for each other in a circle. */
    private static final String RESERVE = """
            insert into ledger_counter (year, city_code, last)
            select ?, wanted.city, wanted.count from unnest(?, ?) as wanted(city, count) order by wanted.city
            on conflict (year, city_code) do update set last = ledger_counter.last + excluded.last
            returning city_code, last
            """;

    private final AgroalDataSource dataSource;

    LedgerNumbers(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One statement; who registers in the same city waits until this transaction ends. */
    LedgerNumber next(int year, String city) {
        return new LedgerNumber(year, city, reserve(year, Map.of(city, 1)).get(city));
    }

    /**
     * One statement for any number of cities; who registers in one of them waits until this transaction ends.
     *
     * @param counts how many numbers each city needs; 0 only makes others wait
     * @return the last number reserved in each city
     */
    Map<String, Integer> reserve(int year, Map<String, Integer> counts) {
        List<String> cities = new ArrayList<>(counts.keySet());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement reserve = connection.prepareStatement(RESERVE)) {
            Array names = connection.createArrayOf("text", cities.toArray());
            Array wanted = connection.createArrayOf(
                    "int4", cities.stream().map(counts::get).toArray());
            reserve.setInt(1, year);
            reserve.setArray(2, names);
            reserve.setArray(3, wanted);
            try (ResultSet given = reserve.executeQuery()) {
                Map<String, Integer> last = new HashMap<>();
                while (given.next()) {
                    last.put(given.getString("city_code"), given.getInt("last"));
                }
                return last;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no ledger number was given", e);
        }
    }
}
