package io.zhenggai.kit.event.rebuild;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with rebuilds, for whoever watches over events. */
@Singleton
public class RebuildTroubles {

    private static final String FIND = """
            select aggregate_type, failure, extract(epoch from clock_timestamp() - standing_since)::bigint as seconds
            from (select distinct on (aggregate_type) *, coalesce(leased_until, started_at) as standing_since
                  from projection_rebuild order by aggregate_type, id desc) latest
            where state = 'FAILED' or (state = 'RUNNING' and standing_since < clock_timestamp() - interval '60 s'
                   and not exists (select from projection_rebuild other
                                   where other.state = 'RUNNING' and other.leased_until >= clock_timestamp()))
            order by aggregate_type
            """;

    private final AgroalDataSource dataSource;
    private final RebuildLoop loop;

    RebuildTroubles(AgroalDataSource dataSource, RebuildLoop loop) {
        this.dataSource = dataSource;
        this.loop = loop;
    }

    /** @return in words: a projection whose latest rebuild has failed, or runs and nobody goes on with it or another for a minute */
    public List<String> now() throws SQLException {
        List<String> troubles = new ArrayList<>(loop.trouble().stream().toList());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND);
                ResultSet found = find.executeQuery()) {
            while (found.next()) {
                String failure = found.getString("failure");
                troubles.add("the rebuild of " + found.getString("aggregate_type")
                        + (failure == null
                                ? " has stood still for " + found.getLong("seconds") + " s"
                                : " failed: " + failure));
            }
        }
        return troubles;
    }
}
