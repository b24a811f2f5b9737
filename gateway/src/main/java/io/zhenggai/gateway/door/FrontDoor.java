package io.zhenggai.gateway.door;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.zhenggai.gateway.GatewaySettings;
import io.zhenggai.gateway.problem.Problem;
import io.zhenggai.gateway.problem.ProblemAnswer;
import io.zhenggai.gateway.problem.ProblemType;
import io.zhenggai.gateway.problem.UnreadBody;
import io.zhenggai.gateway.proxy.ApiProxy;
import io.zhenggai.gateway.routing.RequestPath;
import io.zhenggai.gateway.routing.RoutingTable;
import io.zhenggai.gateway.trace.RequestIds;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** The first to see every request and, when nobody else answers, the last. */
@Singleton
class FrontDoor {

    private static final Logger LOG = Logger.getLogger(FrontDoor.class);

    private static final Problem MALFORMED_PATH =
            Problem.of(ProblemType.INVALID_REQUEST, "请求地址的路径格式不正确。", "The path of the address is malformed.");
    private static final Problem UNKNOWN_METHOD =
            Problem.of(ProblemType.METHOD_NOT_ALLOWED, "系统不使用此请求方法。", "This method is not used here.");
    private static final Problem READ_ONLY =
            Problem.of(ProblemType.METHOD_NOT_ALLOWED, "此地址只能读取。", "This address can only be read.");
    private static final Problem NOTHING_HERE =
            Problem.of(ProblemType.NOT_FOUND, "没有该地址，请核对后重试。", "There is nothing at this address.");

    private static final String DRESSED = FrontDoor.class.getName();

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** First segments beside the API's. What extensions may add elsewhere stays shut. */
    private static final Set<String> OWN =
            Set.of("openapi", "openapi.json", "openapi.yaml", "problems", "swagger-ui", "q");

    private final ApiProxy api;
    private final HeadRules rules;
    private final SecurityHeaders securityHeaders;

    FrontDoor(ApiProxy api, GatewaySettings settings) {
        this.api = api;
        this.rules = new HeadRules(settings.limits().uri(), settings.limits().headers());
        this.securityHeaders = new SecurityHeaders(
                settings.swaggerUi().scriptHashes(), settings.login().tokenUrl());
    }

    void open(@Observes Router router) {
        router.route()
                .order(RouteConstants.ROUTE_ORDER_BODY_HANDLER + 1)
                .handler(this::enter)
                .failureHandler(this::fail);
        router.route("/").order(0).handler(context -> context.redirect("/swagger-ui/"));
        router.route().order(RouteConstants.ROUTE_ORDER_AFTER_DEFAULT).handler(this::nothingHere);
    }

    private void enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<RequestPath> path = Optional.ofNullable(request.path()).flatMap(RequestPath::parse);
        dress(context, path);
        Optional<Problem> broken = rules.broken(request);
        if (broken.isPresent()) {
            refuse(context, broken.get(), Map.of());
        } else if (path.isEmpty()) {
            refuse(context, MALFORMED_PATH, Map.of());
        } else if (!HeadRules.METHODS.contains(request.method().name())) {
            refuse(context, UNKNOWN_METHOD, Map.of("Allow", String.join(", ", HeadRules.METHODS)));
        } else if (RoutingTable.isApi(path.get())) {
            api.handle(context, path.get());
        } else if (!isOwn(path.get())) {
            refuse(context, NOTHING_HERE, Map.of());
        } else if (!READING.contains(request.method().name())) {
            refuse(context, READ_ONLY, Map.of("Allow", "GET, HEAD"));
        } else {
            context.next();
        }
    }

    private void dress(RoutingContext context, Optional<RequestPath> path) {
        RequestIds ids = RequestIds.of(context);
        MDC.put(RequestIds.LOG_KEY, ids.inLog());
        boolean isPage = path.filter(FrontDoor::isSwaggerUi).isPresent();
        context.addHeadersEndHandler(ignored -> {
            context.response().headers().set(RequestIds.REQUEST_ID, ids.requestId());
            context.response().headers().set(RequestIds.TRACEPARENT, ids.traceparent());
            securityHeaders.set(context.response().headers(), isPage);
        });
        context.put(DRESSED, true);
    }

    private static void refuse(RoutingContext context, Problem problem, Map<String, String> fields) {
        context.request().pause();
        UnreadBody.refuse(context, problem, fields);
    }

    private static boolean isOwn(RequestPath path) {
        return path.segments().isEmpty() || OWN.contains(path.segments().get(0));
    }

    private static boolean isSwaggerUi(RequestPath path) {
        return !path.segments().isEmpty() && path.segments().get(0).equals("swagger-ui");
    }

    private void nothingHere(RoutingContext context) {
        ProblemAnswer.send(context, NOTHING_HERE);
    }

    /** Also where the router has found a target without a path, which does not come in. */
    private void fail(RoutingContext context) {
        if (context.get(DRESSED) == null) {
            dress(context, Optional.empty());
        }
        int status = context.statusCode() < 400 ? 500 : context.statusCode();
        if (context.failure() != null && status >= 500) {
            LOG.errorf(
                    context.failure(),
                    "%s %s failed",
                    context.request().method(),
                    context.request().path());
        }
        ProblemAnswer.send(context, Problem.ofStatus(status));
    }
}
