package io.zhenggai.issue.evidence;

import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.withEvidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.issue.object.ObjectKey;
import io.zhenggai.issue.object.ObjectStore;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an earlier release stored in the database. */
@QuarkusTest
@OnRealServers
class EvidenceMoveTest {

    private static final String OFFICE = "office:410700";

    @Inject
    AgroalDataSource dataSource;

    @Inject
    EvidenceMoveService move;

    @Inject
    ObjectStore objects;

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void isReadWhereItLiesAndThenFromTheStore() throws SQLException {
        String issue = withEvidence("410700").path("id");
        String id = as(OFFICE).get(ISSUES + issue + "/evidence").path("items[0].id");
        String address = ISSUES + issue + "/evidence/" + id;
        putBackIntoTheDatabase(id, "已整改到位");

        assertThat(as(OFFICE).get(address).asString()).isEqualTo("已整改到位");
        assertThat(as(OFFICE).header("Range", "bytes=3-5").get(address).asString())
                .isEqualTo("整");

        while (move.moveNext()) {
            assertThat(move).isNotNull();
        }

        Optional<String> key = keyOf(id);
        assertThat(key).isPresent();
        assertThat(ObjectKey.of(key.orElseThrow()).sha256())
                .isEqualTo(as(OFFICE).get(address).header("ETag").replace("\"", ""));
        assertThat(as(OFFICE).get(address).asString()).isEqualTo("已整改到位");
        assertThat(as(OFFICE).header("Range", "bytes=3-5").get(address).asString())
                .isEqualTo("整");
    }

    private void putBackIntoTheDatabase(String id, String content) throws SQLException {
        objects.delete(ObjectKey.of(keyOf(id).orElseThrow()));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update evidence set object_key = null, content = ? where id = ?")) {
            update.setBytes(1, content.getBytes(StandardCharsets.UTF_8));
            update.setObject(2, UUID.fromString(id));
            update.executeUpdate();
        }
    }

    private Optional<String> keyOf(String id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(
                        "select object_key from evidence where id = ? and content is null")) {
            read.setObject(1, UUID.fromString(id));
            try (ResultSet found = read.executeQuery()) {
                return found.next() ? Optional.ofNullable(found.getString(1)) : Optional.empty();
            }
        }
    }
}
