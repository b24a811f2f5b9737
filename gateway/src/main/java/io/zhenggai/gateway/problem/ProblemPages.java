package io.zhenggai.gateway.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code /problems}: what the kinds of refusals mean, to be read without a token; {@code docs/problems.md} in plain text. */
@Singleton
class ProblemPages {

    private static final String RESOURCE = "/problems.md";
    private static final String HEADING = "## ";

    private final String all;
    private final Map<String, String> bySlug;

    ProblemPages() {
        this.all = packed();
        this.bySlug = Arrays.stream(all.split("(?m)^(?=" + HEADING + ")"))
                .filter(section -> section.startsWith(HEADING))
                .collect(Collectors.toMap(
                        section -> section.substring(HEADING.length(), section.indexOf('\n')), Function.identity()));
    }

    void open(@Observes Router router) {
        router.route("/problems").handler(context -> send(context, all));
        router.route("/problems/:slug").handler(context -> Optional.ofNullable(bySlug.get(context.pathParam("slug")))
                .ifPresentOrElse(page -> send(context, page), context::next));
    }

    private static void send(RoutingContext context, String text) {
        Buffer body = Buffer.buffer(text);
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        if (context.request().method().equals(HttpMethod.HEAD)) {
            context.response().end();
        } else {
            context.response().end(body);
        }
    }

    private static String packed() {
        try (InputStream resource = ProblemPages.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("the build did not pack " + RESOURCE);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
