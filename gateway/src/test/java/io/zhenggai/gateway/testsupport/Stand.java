package io.zhenggai.gateway.testsupport;

import io.vertx.core.Vertx;
import io.zhenggai.embedded.identity.DemonstrationAccount;
import io.zhenggai.embedded.identity.TokenIssuer;
import io.zhenggai.embedded.identity.TokenMint;
import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.gateway.routing.Service;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What stands around the gateway in a test: an OpenID Connect issuer, and an HTTP server in each service's place. */
public final class Stand {

    private final Vertx vertx = Vertx.vertx();
    private final int issuerPort = LoopbackPorts.free();
    private Optional<TokenIssuer> issuer = Optional.empty();
    private final Map<Service, UpstreamServer> upstreams = new EnumMap<>(Service.class);

    Stand() {
        for (Service service : Service.values()) {
            upstreams.put(service, new UpstreamServer(vertx, service.id(), LoopbackPorts.free()));
        }
    }

    public UpstreamServer upstream(Service service) {
        return upstreams.get(service);
    }

    /** All upstreams echo again and have forgotten what they were asked. */
    public void reset() {
        upstreams.values().forEach(UpstreamServer::reset);
    }

    /** Where the issuer is, or will be. */
    public String issuerUrl() {
        return "http://127.0.0.1:" + issuerPort + "/zhenggai";
    }

    /** Starts the issuer; until then nobody listens at its address. */
    public void startIssuer() {
        issuer = Optional.of(TokenIssuer.start(issuerPort, Clock.systemUTC()));
    }

    public TokenMint mint() {
        return issuer.orElseThrow().mint();
    }

    /** @return a good token */
    public String token() {
        return mint().token(DemonstrationAccount.parse("office:410100"));
    }

    void close() {
        upstreams.values().forEach(UpstreamServer::stop);
        issuer.ifPresent(TokenIssuer::close);
        vertx.close();
    }
}
