package io.zhenggai.kit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.kit.testsupport.OnRealServers;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class ColumnsTest {

    private static final Row NOTHING = new Row(null, null, null, null, null, 0, 0, DayOfWeek.MONDAY);

    @Inject
    AgroalDataSource dataSource;

    private record Row(
            @Nullable String text,
            @Nullable UUID uuid,
            @Nullable LocalDate date,
            @Nullable Instant instant,
            byte @Nullable [] bytes,
            long number,
            int small,
            DayOfWeek name) {}

    @Test
    void everyValueOfEveryTypeComesAsItWas() throws SQLException {
        List<Row> rows = List.of(
                new Row(
                        "NULL",
                        new UUID(1, 2),
                        LocalDate.of(1, 1, 1),
                        Instant.parse("2021-10-31T15:59:59.999999Z"),
                        new byte[] {0, -1, '\\', '"', '{', ','},
                        Long.MIN_VALUE,
                        Integer.MAX_VALUE,
                        DayOfWeek.SUNDAY),
                NOTHING,
                new Row(
                        "",
                        new UUID(-1, -1),
                        LocalDate.of(9999, 12, 31),
                        Instant.EPOCH,
                        new byte[0],
                        1,
                        2,
                        DayOfWeek.FRIDAY),
                new Row("{\"整改\", \\, 'a'}\n\uD842\uDFB7", null, null, null, null, 3, 4, DayOfWeek.TUESDAY));

        List<Row> read = throughTheDatabase(rows);

        assertThat(read).usingRecursiveComparison().isEqualTo(rows);
    }

    @Test
    void noRowsAreNone() throws SQLException {
        assertThat(throughTheDatabase(List.of())).isEmpty();
    }

    private List<Row> throughTheDatabase(List<Row> rows) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select t, u, d, i, b, n, s, e from unnest(?::text[], ?::uuid[], ?::date[], ?::timestamptz[], ?::bytea[], ?::bigint[], ?::int[],
                                                                  ?::text[]) as row (t, u, d, i, b, n, s, e)
                        """)) {
            Columns<Row> columns = new Columns<>(select, rows);
            columns.texts(1, Row::text);
            columns.uuids(2, Row::uuid);
            columns.dates(3, Row::date);
            columns.instants(4, Row::instant);
            columns.bytes(5, Row::bytes);
            columns.longs(6, Row::number);
            columns.ints(7, Row::small);
            columns.names(8, Row::name);
            try (ResultSet found = select.executeQuery()) {
                List<Row> read = new ArrayList<>();
                while (found.next()) {
                    OffsetDateTime instant = found.getObject(4, OffsetDateTime.class);
                    read.add(new Row(
                            found.getString(1),
                            found.getObject(2, UUID.class),
                            found.getObject(3, LocalDate.class),
                            instant == null ? null : instant.toInstant(),
                            found.getBytes(5),
                            found.getLong(6),
                            found.getInt(7),
                            DayOfWeek.valueOf(found.getString(8))));
                }
                return read;
            }
        }
    }
}
