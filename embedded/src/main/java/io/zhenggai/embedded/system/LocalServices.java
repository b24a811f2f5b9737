package io.zhenggai.embedded.system;

import io.zhenggai.embedded.process.WatchedProcess;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The replicas of the five services, each a process of its own. */
final class LocalServices implements AutoCloseable {

    private final LocalPorts ports;
    private final InternalApi api;
    private final Map<Replica, Component> components;

    LocalServices(LocalPorts ports, DataDirectory data, ServiceCommand commands, InternalApi api) {
        this.ports = ports;
        this.api = api;
        Map<Replica, Component> all = new LinkedHashMap<>();
        for (Replica replica : ports.replicas()) {
            Path log = data.newLog(replica.name());
            all.put(replica, new Component(replica.name(), log, () -> WatchedProcess.start(commands.of(replica, log))));
        }
        this.components = Collections.unmodifiableMap(all);
    }

    /** Starts all at once and returns when each says that it is ready. */
    void start() {
        components.values().forEach(Component::start);
        Readiness.await(
                api,
                components.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getValue, entry -> ports.of(entry.getKey()))));
    }

    Collection<Component> components() {
        return components.values();
    }

    long processId(Replica replica) {
        return components.get(replica).process().pid();
    }

    void kill(Replica replica) {
        components.get(replica).kill();
    }

    /** Asks the process to end, and returns when it is gone. */
    void stop(Replica replica) {
        components.get(replica).stop();
    }

    void freeze(Replica replica) {
        components.get(replica).process().freeze();
    }

    void wake(Replica replica) {
        components.get(replica).process().wake();
    }

    /** Starts the process, after killing it if it runs, and returns when it is ready. */
    void restart(Replica replica) {
        Component component = components.get(replica);
        if (component.isAlive()) {
            component.kill();
        }
        component.start();
        Readiness.await(api, Map.of(component, ports.of(replica)));
    }

    /** Stops the gateways, so that no request comes in any more, then the others at once. */
    @Override
    public void close() {
        components.forEach((replica, component) -> {
            if (replica.service() == LocalService.GATEWAY) {
                component.close();
            }
        });
        components.values().forEach(Component::requestStop);
        components.values().forEach(Component::close);
    }
}
