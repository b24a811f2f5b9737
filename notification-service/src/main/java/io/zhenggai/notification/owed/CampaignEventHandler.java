package io.zhenggai.notification.owed;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.Projection;
import io.zhenggai.kit.sql.ManyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Keeps the campaigns' titles up to date. */
@ApplicationScoped
class CampaignEventHandler implements Projection {

    private static final String PUT = """
            insert into campaign (id, title) values (?, ?) on conflict (id) do update set title = excluded.title
            """;

    private final AgroalDataSource dataSource;

    CampaignEventHandler(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String aggregateType() {
        return "campaign";
    }

    @Override
    public List<String> tables() {
        return List.of("campaign");
    }

    @Override
    public boolean reads(String type) {
        return type.startsWith("campaign.") && type.endsWith(".v1");
    }

    @Override
    public void keep(List<Event> events) {
        ManyRows.write(dataSource, PUT, events, CampaignEventHandler::bind);
    }

    private static void bind(PreparedStatement put, Event event) throws SQLException {
        CampaignState state = event.state(CampaignState.class);
        put.setObject(1, event.aggregateId());
        put.setString(2, state.title());
    }

    /** What is read of a campaign's state; the sender's has more. */
    record CampaignState(String title) {}
}
