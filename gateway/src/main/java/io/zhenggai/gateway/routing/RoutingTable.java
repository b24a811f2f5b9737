package io.zhenggai.gateway.routing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which service answers which path under {@code /api/v1}, decided by the first segment alone. */
public final class RoutingTable {

    private static final List<String> API = List.of("api", "v1");

    /** The path's segments up to and including the one that decides. */
    static final int SEGMENTS_TO_ROUTE = API.size() + 1;

    private final Map<String, Route> routes;

    RoutingTable(List<Route> routes) {
        this.routes = routes.stream().collect(toUnmodifiableMap(Route::segment, identity()));
    }

    /** @return the table of this system */
    public static RoutingTable standard() {
        return new RoutingTable(List.of(
                new Route("issues", Service.ISSUE, Uploads.EVIDENCE),
                new Route("issue-imports", Service.ISSUE, Uploads.FORMS_AND_TABLES),
                new Route("campaign-drafts", Service.PLAN, Uploads.NONE),
                new Route("campaigns", Service.PLAN, Uploads.NONE),
                new Route("obligations", Service.PLAN, Uploads.FORMS_AND_TABLES),
                new Route("board", Service.PLAN, Uploads.NONE),
                new Route("plans", Service.PLAN, Uploads.FORMS_AND_TABLES),
                new Route("training-sessions", Service.PLAN, Uploads.NONE),
                new Route("reports", Service.REPORT, Uploads.FORMS_AND_TABLES),
                new Route("figures", Service.REPORT, Uploads.NONE),
                new Route("contacts", Service.NOTIFICATION, Uploads.NONE),
                new Route("reminders", Service.NOTIFICATION, Uploads.NONE),
                new Route("dispatches", Service.NOTIFICATION, Uploads.NONE)));
    }

    /** @return whether the path is {@code /api/v1} or below, routed or not */
    public static boolean isApi(RequestPath path) {
        return path.segments().size() >= API.size()
                && path.segments().subList(0, API.size()).equals(API);
    }

    /** @return the route of a path under {@code /api/v1}; empty where no service answers */
    public Optional<Route> find(RequestPath path) {
        return isApi(path) && path.segments().size() > API.size()
                ? Optional.ofNullable(routes.get(path.segments().get(API.size())))
                : Optional.empty();
    }
}
