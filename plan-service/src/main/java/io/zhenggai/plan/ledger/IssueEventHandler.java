package io.zhenggai.plan.ledger;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.Projection;
import io.zhenggai.kit.event.Told;
import io.zhenggai.kit.sql.Columns;
import io.zhenggai.kit.sql.ManyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the issues up to date, from the whole state in each event. */
@ApplicationScoped
class IssueEventHandler implements Projection {

    private static final String PUT = """
            insert into issue (id, event_version, campaign_id, ledger_number, city_code, region_code, status, assigned_on)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update
            set event_version = excluded.event_version, campaign_id = excluded.campaign_id,
                ledger_number = excluded.ledger_number, city_code = excluded.city_code,
                region_code = excluded.region_code, status = excluded.status, assigned_on = excluded.assigned_on
            """;

    private final AgroalDataSource dataSource;

    IssueEventHandler(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String aggregateType() {
        return "issue";
    }

    @Override
    public List<String> tables() {
        return List.of("issue");
    }

    @Override
    public boolean reads(String type) {
        return type.startsWith("issue.") && type.endsWith(".v1");
    }

    @Override
    public void keep(List<Event> events) {
        List<Told<IssueState>> issues =
                events.stream().map(event -> event.told(IssueState.class)).toList();
        ManyRows.writeAtOnce(dataSource, PUT, issues, IssueEventHandler::bind);
    }

    private static void bind(Columns<Told<IssueState>> issues) throws SQLException {
        issues.uuids(1, Told::id);
        issues.longs(2, Told::version);
        issues.uuids(3, issue -> issue.state().campaignId());
        issues.texts(4, issue -> issue.state().ledgerNumber());
        issues.texts(5, issue -> issue.state().city());
        issues.texts(6, issue -> issue.state().region());
        issues.texts(7, issue -> issue.state().status());
        issues.dates(8, issue -> issue.state().assignedOn());
    }

    /** What is read of an issue's state; the sender's has more. */
    record IssueState(
            UUID campaignId,
            String ledgerNumber,
            String city,
            String region,
            @Nullable String status,
            @Nullable LocalDate assignedOn) {}
}
