package io.zhenggai.gateway.routing;

import static io.zhenggai.gateway.routing.Service.ISSUE;
import static io.zhenggai.gateway.routing.Service.REPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTableTest {

    private final RoutingTable table = RoutingTable.standard();

    @ParameterizedTest
    @CsvSource({
        "issues,ISSUE",
        "uploads,ISSUE",
        "issue-imports,ISSUE",
        "issue-ledgers,ISSUE",
        "issue-assignments,ISSUE",
        "issue-verifications,ISSUE",
        "issue-deliveries,ISSUE",
        "source-item-proposals,ISSUE",
        "look-backs,ISSUE",
        "supervisions,ISSUE",
        "my-work,ISSUE",
        "issue-views,ISSUE",
        "campaign-drafts,PLAN",
        "campaigns,PLAN",
        "obligations,PLAN",
        "board,PLAN",
        "plans,PLAN",
        "training-sessions,PLAN",
        "reports,REPORT",
        "figures,REPORT",
        "contacts,NOTIFICATION",
        "reminders,NOTIFICATION",
        "dispatches,NOTIFICATION"
    })
    void routesByTheFirstSegment(String segment, Service service) {
        assertThat(serviceOf("/api/v1/" + segment)).contains(service);
        assertThat(serviceOf("/api/v1/" + segment + "/")).contains(service);
        assertThat(serviceOf("/api/v1/" + segment + "/01980000-0000-7000-8000-000000000000/close-out-requests"))
                .contains(service);
    }

    @ParameterizedTest
    @CsvSource({"issue-service,ISSUE", "plan-service,PLAN", "report-service,REPORT", "notification-service,NOTIFICATION"
    })
    void everyServiceAnswersForItsOwnRecord(String name, Service service) {
        assertThat(serviceOf("/api/v1/audit/" + name)).contains(service);
        assertThat(serviceOf("/api/v1/audit/" + name + "/seals")).contains(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/audit",
                "/api/v1/audit/",
                "/api/v1/audit/gateway",
                "/api/v1/audit/issues",
                "/api",
                "/api/v1",
                "/api/v1/",
                "/api/v1/unknown",
                "/api/v1/Issues",
                "/api/v1/issues2",
                "/api/v1/internal/clock",
                "/api/v1/q/health",
                "/api/v2/issues",
                "/api/issues",
                "/issues",
                "/internal/clock"
            })
    void nobodyAnswersElsewhere(String path) {
        assertThat(serviceOf(path)).isEmpty();
    }

    @Test
    void anEncodedSegmentIsTheSameSegment() {
        assertThat(serviceOf("/api/v1/%69ssues")).contains(ISSUE);
    }

    @Test
    void knowsWhatBelongsToTheApiRoutedOrNot() {
        assertThat(RoutingTable.isApi(path("/api/v1"))).isTrue();
        assertThat(RoutingTable.isApi(path("/api/v1/unknown"))).isTrue();
        assertThat(RoutingTable.isApi(path("/api/v2/issues"))).isFalse();
        assertThat(RoutingTable.isApi(path("/api"))).isFalse();
        assertThat(RoutingTable.isApi(path("/openapi"))).isFalse();
    }

    @Test
    void oneSegmentHasOneRoute() {
        List<Route> twice =
                List.of(new Route("issues", ISSUE, Uploads.EVIDENCE), new Route("issues", REPORT, Uploads.NONE));

        assertThatThrownBy(() -> new RoutingTable(twice)).isInstanceOf(IllegalStateException.class);
    }

    private Optional<Service> serviceOf(String raw) {
        return table.find(path(raw)).map(Route::service);
    }

    private static RequestPath path(String raw) {
        return RequestPath.parse(raw).orElseThrow();
    }
}
