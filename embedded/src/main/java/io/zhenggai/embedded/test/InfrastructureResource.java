package io.zhenggai.embedded.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a service under test its database, broker, issuer and mail server.
 *
 * <p>Use: {@code @QuarkusTestResource(value = InfrastructureResource.class, initArgs = @ResourceArg(name = "database",
 * value = "issues"))}. Without the argument {@code database} (issues, plans, reports or notifications) no data source is
 * configured. All tests of one JVM share the infrastructure; it is gone with the JVM.
 */
public final class InfrastructureResource implements QuarkusTestResourceLifecycleManager {

    private Optional<String> database = Optional.empty();

    @Override
    public void init(Map<String, String> arguments) {
        database = Optional.ofNullable(arguments.get("database"));
    }

    @Override
    public Map<String, String> start() {
        Infrastructure infrastructure = Infrastructure.start();
        Map<String, String> config = new HashMap<>();
        config.put("kafka.bootstrap.servers", infrastructure.bootstrapServers());
        config.put("quarkus.oidc.auth-server-url", infrastructure.issuerUrl());
        config.put("zhenggai.mail.host", "127.0.0.1");
        config.put("zhenggai.mail.port", Integer.toString(infrastructure.smtpPort()));
        config.put("zhenggai.mail.from", "reminders@zhenggai.example");
        config.put("zhenggai.clock.settable", "true");
        config.put("quarkus.http.test-port", "0");
        database.ifPresent(name -> {
            config.put("quarkus.datasource.jdbc.url", infrastructure.jdbcUrl(name));
            config.put("quarkus.datasource.username", name);
            config.put("quarkus.datasource.password", infrastructure.password(name));
            config.put("zhenggai.encryption.keys", infrastructure.encryptionKey());
            config.put("zhenggai.digest.key", infrastructure.digestKey());
            config.put(
                    "zhenggai.objects.directory", infrastructure.fileDirectory().toString());
        });
        return config;
    }

    /** The infrastructure stays for the next test class of this JVM. */
    @Override
    public void stop() {}
}
