package io.zhenggai.embedded.system;

import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.process.StartFailedException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where everything listens on 127.0.0.1.
 *
 * @param services one port for each service
 */
public record LocalPorts(Map<LocalService, Integer> services, int identity, int smtp, int postgres, int kafka) {

    /** The largest offset with which every port stays a port. */
    public static final int LARGEST_OFFSET = 65_535 - 8092;

    public LocalPorts {
        services = Collections.unmodifiableMap(new EnumMap<>(services));
    }

    /**
     * The ports that the documentation names (gateway 8080), all moved by the offset.
     *
     * @param offset 0 to {@link #LARGEST_OFFSET}
     */
    public static LocalPorts standard(int offset) {
        if (offset < 0 || offset > LARGEST_OFFSET) {
            throw new IllegalArgumentException("offset must be from 0 to " + LARGEST_OFFSET + ", is " + offset);
        }
        Map<LocalService, Integer> services = Map.of(
                LocalService.GATEWAY, 8080 + offset,
                LocalService.ISSUE, 8081 + offset,
                LocalService.PLAN, 8082 + offset,
                LocalService.REPORT, 8083 + offset,
                LocalService.NOTIFICATION, 8084 + offset);
        return new LocalPorts(services, 8090 + offset, 8025 + offset, 8032 + offset, 8092 + offset);
    }

    /** Nine different ports that were free a moment ago. */
    public static LocalPorts free() {
        Set<Integer> ports = new HashSet<>();
        Map<LocalService, Integer> services = new EnumMap<>(LocalService.class);
        for (LocalService service : LocalService.values()) {
            services.put(service, another(ports));
        }
        return new LocalPorts(services, another(ports), another(ports), another(ports), another(ports));
    }

    public int of(LocalService service) {
        return services.get(service);
    }

    /**
     * Checks every port before anything is started.
     *
     * @throws StartFailedException naming the first port that is taken and who wanted it
     */
    void requireFree() {
        byName().forEach((name, port) -> {
            if (!LoopbackPorts.isFree(port)) {
                throw new StartFailedException("Port " + port + " is taken, and " + name
                        + " needs it; nothing was started. Move all ports with --port-offset, for example"
                        + " ./run --port-offset 100.");
            }
        });
    }

    boolean areFree() {
        return byName().values().stream().allMatch(LoopbackPorts::isFree);
    }

    private Map<String, Integer> byName() {
        Map<String, Integer> names = new LinkedHashMap<>();
        names.put("the gateway", of(LocalService.GATEWAY));
        LocalService.behindGateway().forEach(service -> names.put(service.module(), of(service)));
        names.put("OpenID Connect", identity);
        names.put("SMTP", smtp);
        names.put("PostgreSQL", postgres);
        names.put("Kafka", kafka);
        return names;
    }

    private static int another(Set<Integer> taken) {
        int port = LoopbackPorts.free();
        while (!taken.add(port)) {
            port = LoopbackPorts.free();
        }
        return port;
    }
}
