package io.zhenggai.notification.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.embedded.test.InfrastructureResource;
import java.util.HashMap;
import java.util.Map;

/** The usual infrastructure, with a {@link MailDoor} before its mail server. */
public final class MailDoorResource implements QuarkusTestResourceLifecycleManager {

    private static final String PORT = "zhenggai.test.mail-door-port";

    private final InfrastructureResource infrastructure = new InfrastructureResource();

    @Override
    public Map<String, String> start() {
        infrastructure.init(Map.of("database", "notifications"));
        Map<String, String> config = new HashMap<>(infrastructure.start());
        config.put("zhenggai.mail.port", Integer.toString(doorPort()));
        // A suite waits for seconds, not for minutes.
        config.put("zhenggai.mail.read-timeout", "2S");
        config.put("zhenggai.dispatch.first-rest", "200MS");
        return config;
    }

    /** One door for each JVM: it outlives this class loader. */
    private static int doorPort() {
        String known = System.getProperty(PORT);
        if (known != null) {
            return Integer.parseInt(known);
        }
        int port = MailDoor.before(Infrastructure.current().smtpPort()).port();
        System.setProperty(PORT, Integer.toString(port));
        return port;
    }

    @Override
    public void stop() {}
}
