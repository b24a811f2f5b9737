package io.zhenggai.gateway.contract;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.zhenggai.gateway.GatewaySettings;
import io.zhenggai.gateway.document.PackedText;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** {@code /openapi}: the contract, in JSON unless YAML is asked for, by {@code Accept} or by {@code ?format=yaml}. */
@Singleton
class ContractEndpoint {

    private static final String RESOURCE = "/openapi.yaml";

    private final Contract contract;

    ContractEndpoint(GatewaySettings settings) {
        this.contract = new Contract(PackedText.read(RESOURCE), settings.publicUrl(), settings.login());
    }

    void open(@Observes Router router) {
        router.route("/openapi").handler(context -> {
            context.response().headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            (asksForYaml(context.request()) ? contract.yaml() : contract.json()).sendTo(context);
        });
        router.route("/openapi.json").handler(contract.json()::sendTo);
        router.route("/openapi.yaml").handler(contract.yaml()::sendTo);
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
}
