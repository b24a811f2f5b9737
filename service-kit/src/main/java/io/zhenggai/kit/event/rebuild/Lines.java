package io.zhenggai.kit.event.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Questions that are answered in lines of text. */
final class Lines {

    private Lines() {}

    /** @return the first column of each row */
    static List<String> of(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                read.setString(i + 1, parameters[i]);
            }
            try (ResultSet found = read.executeQuery()) {
                List<String> lines = new ArrayList<>();
                while (found.next()) {
                    lines.add(found.getString(1));
                }
                return lines;
            }
        }
    }
}
