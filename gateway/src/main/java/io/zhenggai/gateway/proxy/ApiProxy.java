package io.zhenggai.gateway.proxy;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.zhenggai.gateway.GatewaySettings;
import io.zhenggai.gateway.identity.Admission;
import io.zhenggai.gateway.identity.Doorkeeper;
import io.zhenggai.gateway.problem.UnreadBody;
import io.zhenggai.gateway.routing.BodyLimits;
import io.zhenggai.gateway.routing.RequestPath;
import io.zhenggai.gateway.routing.Route;
import io.zhenggai.gateway.routing.RoutingTable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Everything under {@code /api/v1}: judged by its head alone, then passed on. */
@Singleton
public class ApiProxy {

    private final RoutingTable table = RoutingTable.standard();
    private final Doorkeeper doorkeeper;
    private final Origins origins;
    private final BodyLimits limits;
    private final Duration bodyWindow;
    private final long bodyPace;
    private final Duration bodyLongest;
    private final Duration answerTimeout;
    private final String retryAfter;

    ApiProxy(Doorkeeper doorkeeper, Origins origins, GatewaySettings settings) {
        this.doorkeeper = doorkeeper;
        this.origins = origins;
        this.limits = new BodyLimits(
                settings.limits().body().asLongValue(),
                settings.limits().file().asLongValue(),
                settings.limits().upload().asLongValue());
        this.bodyWindow = settings.limits().bodyWindow();
        this.bodyPace = settings.limits().bodyPace().asLongValue();
        this.bodyLongest = settings.limits().bodyLongest();
        this.answerTimeout = settings.origin().answerTimeout();
        this.retryAfter = Long.toString(settings.origin().retryAfter().toSeconds());
    }

    /**
     * Answers the request.
     *
     * @param path its path, {@code /api/v1} or below
     */
    public void handle(RoutingContext context, RequestPath path) {
        HttpServerRequest request = context.request();
        request.pause();
        if (request.version() == HttpVersion.HTTP_1_0) {
            // Without chunks an answer of unknown length can neither be streamed nor be seen to be broken off.
            UnreadBody.refuse(context, Refusals.HTTP_1_0, Map.of());
            return;
        }
        ContextLocals.put("UrlPathTemplate", "/api/v1/*");
        Context loop = Vertx.currentContext();
        Uni<Admission> admission = doorkeeper.judge(request.headers());
        admission
                .emitOn(task -> loop.runOnContext(ignored -> task.run()))
                .subscribe()
                .with(verdict -> judged(context, path, verdict), context::fail);
    }

    private void judged(RoutingContext context, RequestPath path, Admission admission) {
        switch (admission) {
            case NO_TOKEN ->
                UnreadBody.refuse(context, Refusals.NO_TOKEN, Map.of("WWW-Authenticate", "Bearer realm=\"zhenggai\""));
            case BAD_TOKEN ->
                UnreadBody.refuse(
                        context,
                        Refusals.BAD_TOKEN,
                        Map.of("WWW-Authenticate", "Bearer realm=\"zhenggai\", error=\"invalid_token\""));
            case PROVIDER_UNAVAILABLE ->
                UnreadBody.refuse(context, Refusals.PROVIDER_UNAVAILABLE, Map.of("Retry-After", retryAfter));
            case ADMITTED ->
                table.find(path)
                        .ifPresentOrElse(
                                route -> admitted(context, path, route),
                                () -> UnreadBody.refuse(context, Refusals.NO_SUCH_PATH, Map.of()));
        }
    }

    private void admitted(RoutingContext context, RequestPath path, Route route) {
        // The metrics are kept by route; by address they would be as many as there are issues.
        ContextLocals.put("UrlPathTemplate", "/api/v1/" + route.segment());
        MultiMap headers = context.request().headers();
        long limit = route.bodyLimit(path, Optional.ofNullable(headers.get(HttpHeaders.CONTENT_TYPE)), limits);
        if (declaredLength(headers) > limit) {
            UnreadBody.refuse(context, Refusals.tooLarge(limit), Map.of());
            return;
        }
        if (headers.contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
            context.response().writeContinue();
        }
        new Exchange(context, path, route, limit, pace(), origins, answerTimeout, retryAfter).start();
    }

    private BodyPace pace() {
        return new BodyPace(bodyWindow, bodyPace, bodyLongest);
    }

    /** The decoder has refused what is no number before. */
    private static long declaredLength(MultiMap headers) {
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
