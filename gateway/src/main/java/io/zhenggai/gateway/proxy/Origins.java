package io.zhenggai.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.zhenggai.gateway.GatewaySettings;
import io.zhenggai.gateway.routing.Service;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The connections to the services: a bounded pool for each, so that a slow one cannot starve the others. */
@Singleton
public class Origins {

    private final Map<Service, Origin> origins = new EnumMap<>(Service.class);
    private final HttpClient client;
    private final long connectMillis;

    Origins(Vertx vertx, GatewaySettings settings) {
        origins.put(Service.ISSUE, Origin.of(Service.ISSUE, settings.issueServiceUrl()));
        origins.put(Service.PLAN, Origin.of(Service.PLAN, settings.planServiceUrl()));
        origins.put(Service.REPORT, Origin.of(Service.REPORT, settings.reportServiceUrl()));
        origins.put(Service.NOTIFICATION, Origin.of(Service.NOTIFICATION, settings.notificationServiceUrl()));
        GatewaySettings.Origin origin = settings.origin();
        if (origin.idleTimeout().compareTo(origin.answerTimeout()) <= 0) {
            throw new IllegalArgumentException(
                    "zhenggai.gateway.origin.idle-timeout must be longer than answer-timeout");
        }
        this.connectMillis = origin.connectTimeout().toMillis();
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) connectMillis)
                        .setIdleTimeout((int) origin.idleTimeout().toMillis())
                        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setKeepAliveTimeout((int) origin.keepAlive().toSeconds())
                        .setMaxHeaderSize(64 * 1024)
                        .setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(origin.connections()).setMaxWaitQueueSize(origin.waiting()));
    }

    Origin origin(Service service) {
        return origins.get(service);
    }

    /** @return a request to the service on a connection that stands; fails when there is none in time */
    Future<HttpClientRequest> connect(Service service) {
        Origin origin = origin(service);
        return client.request(new RequestOptions()
                .setHost(origin.host())
                .setPort(origin.port())
                .setConnectTimeout(connectMillis));
    }

    /**
     * @param path what to get
     * @param within the time for connection, head and body together
     * @return the status that the service answers; fails when it does not answer in time
     */
    public Future<Integer> get(Service service, String path, Duration within) {
        Origin origin = origin(service);
        return client.request(new RequestOptions()
                        .setHost(origin.host())
                        .setPort(origin.port())
                        .setURI(path)
                        .setConnectTimeout(within.toMillis())
                        .setIdleTimeout(within.toMillis()))
                .compose(HttpClientRequest::send)
                .compose(response -> response.end().map(response.statusCode()));
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
