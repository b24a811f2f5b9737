package io.zhenggai.gateway.proxy;

import io.vertx.core.AsyncResult;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import io.zhenggai.gateway.problem.Problem;
import io.zhenggai.gateway.problem.ProblemAnswer;
import io.zhenggai.gateway.problem.UnreadBody;
import io.zhenggai.gateway.routing.RequestPath;
import io.zhenggai.gateway.routing.Route;
import io.zhenggai.gateway.routing.Service;
import io.zhenggai.gateway.trace.RequestIds;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One admitted request on its way to a service, and the answer on its way back. Both bodies are streamed; whoever of the two
 * sides goes away in the middle, the other side's stream is reset, never ended. All steps run on the request's event loop.
 */
final class Exchange {

    private static final Logger LOG = Logger.getLogger(Exchange.class);
    private static final long NO_TIMER = -1;

    private final RoutingContext context;
    private final HttpServerRequest incoming;
    private final RequestPath path;
    private final Service service;
    private final Origins origins;
    private final Duration answerTimeout;
    private final String retryAfter;
    private final LimitedBody body;
    private final long limit;

    private @Nullable HttpClientRequest outgoing;
    private long timer = NO_TIMER;
    private long bodyLook = NO_TIMER;
    private boolean answered;
    private boolean timedOut;
    private boolean repeated;

    Exchange(
            RoutingContext context,
            RequestPath path,
            Route route,
            long limit,
            BodyPace pace,
            Origins origins,
            Duration answerTimeout,
            String retryAfter) {
        this.context = context;
        this.incoming = context.request();
        this.path = path;
        this.service = route.service();
        this.limit = limit;
        this.origins = origins;
        this.answerTimeout = answerTimeout;
        this.retryAfter = retryAfter;
        this.body = new LimitedBody(incoming, limit, pace, this::bodyRead);
    }

    void start() {
        origins.connect(service).onComplete(this::connected);
    }

    private void connected(AsyncResult<HttpClientRequest> connection) {
        if (connection.failed()) {
            LOG.warnf(
                    "%s cannot be reached: %s", service.id(), connection.cause().getMessage());
            refuse(Refusals.unavailable(service), Map.of("Retry-After", retryAfter));
            return;
        }
        outgoing = connection.result();
        // Every failure shows in the answer's future as well; without a handler each is logged as an error of the
        // client.
        outgoing.exceptionHandler(
                cause -> LOG.debugf("The request to %s failed: %s", service.id(), cause.getMessage()));
        if (incoming.response().closed()) {
            outgoing.reset();
            return;
        }
        if (!repeated && UnreadBody.announcesBody(incoming.headers())) {
            bodyLook = context.vertx().setPeriodic(BodyPace.LOOK.toMillis(), look -> body.look());
            context.addEndHandler(end -> context.vertx().cancelTimer(bodyLook));
        }
        ProxyRequest request = ProxyRequest.reverseProxy(incoming);
        String query = incoming.query();
        request.setURI(query == null ? path.raw() : path.raw() + "?" + query);
        request.setBody(repeated ? null : Body.body(body, request.getBody().length()));
        RequestHeaders.forward(request.headers(), incoming, RequestIds.of(context));
        request.send(outgoing).onComplete(this::answered);
        if (repeated) {
            startTimer();
        }
    }

    private void bodyRead() {
        context.vertx().cancelTimer(bodyLook);
        startTimer();
    }

    /** Only from the end of the request on: a caller with a slow line is no slow service. */
    private void startTimer() {
        if (!answered && outgoing != null) {
            HttpClientRequest waitingFor = outgoing;
            timer = context.vertx().setTimer(answerTimeout.toMillis(), expired -> {
                timedOut = true;
                waitingFor.reset();
            });
        }
    }

    private void answered(AsyncResult<ProxyResponse> answer) {
        answered = true;
        context.vertx().cancelTimer(timer);
        context.vertx().cancelTimer(bodyLook);
        if (answer.succeeded()) {
            relay(answer.result());
        } else if (body.isExceeded()) {
            refuse(Refusals.tooLarge(limit), Map.of());
        } else if (body.isTooSlow()) {
            refuse(Refusals.TOO_SLOW, Map.of());
        } else if (timedOut) {
            LOG.warnf("%s did not answer %s %s within %s", service.id(), incoming.method(), path.raw(), answerTimeout);
            refuse(Refusals.timedOut(service), Map.of());
        } else if (mayRepeat()) {
            // The service may have closed an idle connection in the moment in which it was taken (RFC 9110, section
            // 9.2.2).
            LOG.debugf("%s broke off before it answered and is asked once more", service.id());
            repeated = true;
            answered = false;
            start();
        } else if (!incoming.response().closed()) {
            LOG.warnf(
                    "%s broke off before it answered: %s",
                    service.id(), answer.cause().getMessage());
            refuse(Refusals.brokeOff(service), Map.of());
        }
    }

    /** Only what changes nothing and has no body that is already spent. */
    private boolean mayRepeat() {
        boolean reading =
                incoming.method().equals(HttpMethod.GET) || incoming.method().equals(HttpMethod.HEAD);
        return reading && !repeated && body.isEmpty() && !incoming.response().closed();
    }

    private void relay(ProxyResponse answer) {
        MultiMap headers = answer.headers();
        if (answer.getStatusCode() >= 400 && !isProblem(headers)) {
            replace(answer);
            return;
        }
        ResponseHeaders.forward(headers, origins.origin(service));
        if (hasNoBody(answer)) {
            // Nothing to stream; and the library would announce chunks, which such an answer must not have.
            answer.getBody().stream().resume();
            answer.setBody(null);
        }
        boolean readBody = incoming.isEnded() || !UnreadBody.announcesBody(incoming.headers());
        if (!readBody) {
            headers.set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        answer.send()
                .onFailure(cause -> LOG.debugf("An answer of %s was broken off: %s", service.id(), cause.getMessage()))
                .onComplete(sent -> {
                    if (!readBody && !incoming.isEnded()) {
                        leaveUnread();
                    }
                });
    }

    /** The service has said what it has to say; whatever is still to come of the body must not hold its connection. */
    private void leaveUnread() {
        if (outgoing != null) {
            outgoing.reset();
        }
        UnreadBody.throwAway(context);
    }

    private boolean hasNoBody(ProxyResponse answer) {
        boolean bodiless = incoming.method().equals(HttpMethod.HEAD)
                || answer.getStatusCode() == 204
                || answer.getStatusCode() == 304;
        return bodiless && !answer.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }

    private static boolean isProblem(MultiMap headers) {
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(ProblemAnswer.MEDIA_TYPE);
    }

    /** A refusal in another form than ours: the status is kept, and what a client acts on; the text stays inside. */
    private void replace(ProxyResponse answer) {
        int status = answer.getStatusCode();
        Map<String, String> fields = ResponseHeaders.ofRefusal(answer.headers());
        if (status >= 500) {
            LOG.warnf(
                    "%s answered %s %s with %d and no problem document",
                    service.id(), incoming.method(), path.raw(), status);
        }
        answer.getBody().stream()
                .exceptionHandler(cause -> LOG.debugf("The rest of it was not read: %s", cause.getMessage()));
        if (outgoing != null) {
            outgoing.reset();
        }
        refuse(Problem.ofStatus(status), fields);
    }

    private void refuse(Problem problem, Map<String, String> fields) {
        UnreadBody.refuse(context, problem, fields);
    }
}
