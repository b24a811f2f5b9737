package io.zhenggai.kit.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import javax.sql.DataSource;

/** Recomputes a chain from what is stored. */
public final class Chains {

    private Chains() {}

    /**
     * @param question selects sequence, entry and hash of one chain, in its order
     * @param key the one parameter of the question
     * @return how many links it has, each of which holds
     */
    public static int links(DataSource dataSource, String question, Object key) throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(question)) {
            read.setObject(1, key);
            try (ResultSet found = read.executeQuery()) {
                byte[] last = {};
                int links = 0;
                while (found.next()) {
                    links++;
                    MessageDigest digest = MessageDigest.getInstance("SHA-256");
                    digest.update(last);
                    last = digest.digest(found.getString("entry").getBytes(StandardCharsets.UTF_8));
                    assertThat(found.getLong("sequence")).isEqualTo(links);
                    assertThat(found.getBytes("hash")).isEqualTo(last);
                }
                return links;
            }
        }
    }
}
