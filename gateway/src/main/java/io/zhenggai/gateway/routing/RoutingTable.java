package io.zhenggai.gateway.routing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which service answers which path under {@code /api/v1}, decided by the first segment alone; below {@code audit}, where each service
 * answers for its own record, by the second, which is its name.
 */
public final class RoutingTable {

    private static final List<String> API = List.of("api", "v1");

    /** The path's segments up to and including the first one behind {@code /api/v1}. */
    static final int SEGMENTS_TO_ROUTE = API.size() + 1;

    /** What every service answers, under its own name. */
    private static final String AUDIT = "audit";

    private final Map<String, Route> routes;

    RoutingTable(List<Route> routes) {
        this.routes = routes.stream().collect(toUnmodifiableMap(Route::segment, identity()));
    }

    /** @return the table of this system */
    public static RoutingTable standard() {
        return new RoutingTable(List.of(
                new Route("issues", Service.ISSUE, Uploads.EVIDENCE),
                new Route("uploads", Service.ISSUE, Uploads.FILE),
                new Route("issue-imports", Service.ISSUE, Uploads.FORMS_AND_TABLES),
                new Route("issue-ledgers", Service.ISSUE, Uploads.NONE),
                new Route("issue-assignments", Service.ISSUE, Uploads.NONE),
                new Route("issue-verifications", Service.ISSUE, Uploads.NONE),
                new Route("issue-deliveries", Service.ISSUE, Uploads.NONE),
                new Route("source-item-proposals", Service.ISSUE, Uploads.NONE),
                new Route("look-backs", Service.ISSUE, Uploads.NONE),
                new Route("supervisions", Service.ISSUE, Uploads.NONE),
                new Route("my-work", Service.ISSUE, Uploads.NONE),
                new Route("issue-views", Service.ISSUE, Uploads.NONE),
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
        if (!isApi(path) || path.segments().size() < SEGMENTS_TO_ROUTE) {
            return Optional.empty();
        }
        String first = path.segments().get(API.size());
        return first.equals(AUDIT)
                ? Optional.of(path.segments())
                        .filter(segments -> segments.size() > SEGMENTS_TO_ROUTE)
                        .flatMap(segments -> Service.of(segments.get(SEGMENTS_TO_ROUTE)))
                        .map(service -> new Route(AUDIT, service, Uploads.NONE))
                : Optional.ofNullable(routes.get(first));
    }

    /**
     * @param firstSegment of a path under {@code /api/v1}
     * @return whether every service answers there, each under its own name
     */
    public static boolean isEveryServices(String firstSegment) {
        return firstSegment.equals(AUDIT);
    }
}
