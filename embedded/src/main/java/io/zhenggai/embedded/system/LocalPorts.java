package io.zhenggai.embedded.system;

import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.process.StartFailedException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where everything listens on 127.0.0.1, and with that how many replicas of each service there are.
 *
 * @param services the ports of each service's replicas, by number; as many for each
 */
public record LocalPorts(Map<LocalService, List<Integer>> services, int identity, int smtp, int postgres, int kafka) {

    /** The largest offset with which every port stays a port. */
    public static final int LARGEST_OFFSET = 65_535 - 8092;

    public LocalPorts {
        Map<LocalService, List<Integer>> copy = new EnumMap<>(LocalService.class);
        services.forEach((service, ports) -> copy.put(service, List.copyOf(ports)));
        services = Collections.unmodifiableMap(copy);
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
        Map<LocalService, List<Integer>> services = Map.of(
                LocalService.GATEWAY, List.of(8080 + offset),
                LocalService.ISSUE, List.of(8081 + offset),
                LocalService.PLAN, List.of(8082 + offset),
                LocalService.REPORT, List.of(8083 + offset),
                LocalService.NOTIFICATION, List.of(8084 + offset));
        return new LocalPorts(services, 8090 + offset, 8025 + offset, 8032 + offset, 8092 + offset);
    }

    /** Different ports that were free a moment ago, for one replica of each service. */
    public static LocalPorts free() {
        return free(1);
    }

    /**
     * Different ports that were free a moment ago.
     *
     * @param replicas of each service, from 1
     */
    public static LocalPorts free(int replicas) {
        Set<Integer> ports = new HashSet<>();
        Map<LocalService, List<Integer>> services = new EnumMap<>(LocalService.class);
        for (LocalService service : LocalService.values()) {
            services.put(
                    service,
                    IntStream.range(0, replicas)
                            .map(any -> another(ports))
                            .boxed()
                            .toList());
        }
        return new LocalPorts(services, another(ports), another(ports), another(ports), another(ports));
    }

    /** The port of the service's first replica. */
    public int of(LocalService service) {
        return of(Replica.first(service));
    }

    public int of(Replica replica) {
        return services.get(replica.service()).get(replica.number() - 1);
    }

    /** Every process of every service, the first replicas first. */
    public List<Replica> replicas() {
        return IntStream.rangeClosed(1, services.get(LocalService.GATEWAY).size())
                .boxed()
                .flatMap(number -> Arrays.stream(LocalService.values()).map(service -> new Replica(service, number)))
                .toList();
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

    /** Whether nobody listens on any of them now. */
    public boolean areFree() {
        return byName().values().stream().allMatch(LoopbackPorts::isFree);
    }

    private Map<String, Integer> byName() {
        Map<String, Integer> names = new LinkedHashMap<>();
        replicas()
                .forEach(replica -> names.put(
                        replica.service() == LocalService.GATEWAY ? "the " + replica.name() : replica.name(),
                        of(replica)));
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
