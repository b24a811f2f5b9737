package io.zhenggai.gateway.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zhenggai.gateway.routing.Service;
import java.util.HashMap;
import java.util.Map;

/** Sets up the {@link Stand}, points the gateway at it, and puts it into the tests' fields of that type. */
public final class StandResource implements QuarkusTestResourceLifecycleManager {

    /** Name of the argument that leaves the issuer for the test to start. */
    public static final String ISSUER_LATER = "issuer-later";

    private Stand stand;
    private boolean issuerLater;

    @Override
    public void init(Map<String, String> arguments) {
        issuerLater = Boolean.parseBoolean(arguments.get(ISSUER_LATER));
    }

    @Override
    public Map<String, String> start() {
        stand = new Stand();
        if (!issuerLater) {
            stand.startIssuer();
        }
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.oidc.auth-server-url", stand.issuerUrl());
        for (Service service : Service.values()) {
            config.put(
                    "zhenggai.gateway." + service.id() + "-url",
                    stand.upstream(service).url());
        }
        // Short, so that what must time out does so within a test.
        config.put("zhenggai.gateway.origin.connect-timeout", "500MS");
        config.put("zhenggai.gateway.origin.answer-timeout", "1500MS");
        config.put("zhenggai.gateway.origin.idle-timeout", "3S");
        config.put("zhenggai.gateway.limits.body-window", "2500MS");
        config.put("zhenggai.gateway.limits.body-pace", "1K");
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(stand, new TestInjector.MatchesType(Stand.class));
    }

    @Override
    public void stop() {
        stand.close();
    }
}
