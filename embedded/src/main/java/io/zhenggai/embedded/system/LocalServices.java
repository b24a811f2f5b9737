package io.zhenggai.embedded.system;

import io.zhenggai.embedded.process.WatchedProcess;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The five services, each a process of its own. */
final class LocalServices implements AutoCloseable {

    private final LocalPorts ports;
    private final InternalApi api;
    private final Map<LocalService, Component> components;

    LocalServices(LocalPorts ports, DataDirectory data, ServiceCommand commands, InternalApi api) {
        this.ports = ports;
        this.api = api;
        Map<LocalService, Component> all = new EnumMap<>(LocalService.class);
        for (LocalService service : LocalService.values()) {
            Path log = data.newLog(service.module());
            all.put(
                    service,
                    new Component(service.module(), log, () -> WatchedProcess.start(commands.of(service, log))));
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

    long processId(LocalService service) {
        return components.get(service).process().pid();
    }

    void kill(LocalService service) {
        components.get(service).kill();
    }

    void freeze(LocalService service) {
        components.get(service).process().freeze();
    }

    void wake(LocalService service) {
        components.get(service).process().wake();
    }

    /** Starts the service, after killing it if it runs, and returns when it is ready. */
    void restart(LocalService service) {
        Component component = components.get(service);
        if (component.isAlive()) {
            component.kill();
        }
        component.start();
        Readiness.await(api, Map.of(component, ports.of(service)));
    }

    /** Stops the gateway, so that no request comes in any more, then the others at once. */
    @Override
    public void close() {
        components.get(LocalService.GATEWAY).close();
        components.values().forEach(Component::requestStop);
        components.values().forEach(Component::close);
    }
}
