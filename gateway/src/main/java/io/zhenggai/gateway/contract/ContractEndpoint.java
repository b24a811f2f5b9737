package io.zhenggai.gateway.contract;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.zhenggai.gateway.GatewaySettings;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code /openapi}: the contract, in JSON unless YAML is asked for, by {@code Accept} or by {@code ?format=yaml}. */
@Singleton
class ContractEndpoint {

    private static final String RESOURCE = "/openapi.yaml";

    private final Contract contract;

    ContractEndpoint(GatewaySettings settings) {
        this.contract = new Contract(published(), settings.publicUrl(), settings.login());
    }

    void open(@Observes Router router) {
        router.route("/openapi").handler(context -> {
            context.response().headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            send(context, asksForYaml(context.request()) ? contract.yaml() : contract.json());
        });
        router.route("/openapi.json").handler(context -> send(context, contract.json()));
        router.route("/openapi.yaml").handler(context -> send(context, contract.yaml()));
    }

    private static boolean asksForYaml(HttpServerRequest request) {
        String format = request.getParam("format");
        return format == null ? acceptsYaml(request.headers()) : format.equalsIgnoreCase("yaml");
    }

    private static boolean acceptsYaml(MultiMap headers) {
        // Nobody but somebody who wants YAML names it; who names both is served the one that was named first.
        String accept = String.join(",", headers.getAll(HttpHeaders.ACCEPT));
        int yaml = accept.indexOf("yaml");
        int json = accept.indexOf("json");
        return yaml >= 0 && (json < 0 || yaml < json);
    }

    private static void send(RoutingContext context, Representation document) {
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.ETAG, document.etag()).putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (document.isKnownBy(Optional.ofNullable(context.request().getHeader(HttpHeaders.IF_NONE_MATCH)))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, document.mediaType() + "; charset=utf-8")
                .putHeader(
                        HttpHeaders.CONTENT_LENGTH,
                        Integer.toString(document.content().length()));
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(document.content());
        }
    }

    private static String published() {
        try (InputStream resource = ContractEndpoint.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("the build did not pack " + RESOURCE);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
