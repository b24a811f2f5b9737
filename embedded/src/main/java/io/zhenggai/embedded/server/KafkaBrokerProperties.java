package io.zhenggai.embedded.server;

import io.zhenggai.embedded.process.LoopbackPorts;
import java.nio.file.Path;
import java.util.Properties;

/** The settings of a broker that stands alone and is small. */
final class KafkaBrokerProperties {

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    private KafkaBrokerProperties() {}

    static Properties of(Path directory, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(listeners(port, controllerPort));
        settings.putAll(oneNode());
        settings.setProperty("log.dirs", directory.toString());
        // Topics are made by the service that owns them, with their number of partitions.
        settings.setProperty("auto.create.topics.enable", "false");
        // The default has an empty group wait three seconds for further members.
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        return settings;
    }

    private static Properties listeners(int port, int controllerPort) {
        String client = "PLAINTEXT://" + LoopbackPorts.HOST + ":" + port;
        String controller = LoopbackPorts.HOST + ":" + controllerPort;
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", Integer.toString(NODE_ID));
        settings.setProperty("listeners", client + "," + CONTROLLER + "://" + controller);
        settings.setProperty("advertised.listeners", client);
        settings.setProperty("controller.listener.names", CONTROLLER);
        settings.setProperty("controller.quorum.voters", NODE_ID + "@" + controller);
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        return settings;
    }

    private static Properties oneNode() {
        Properties settings = new Properties();
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", "4");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.num.partitions", "1");
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("min.insync.replicas", "1");
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        settings.setProperty("background.threads", "2");
        // The default of 128 MB alone would be half of the heap.
        settings.setProperty("log.cleaner.dedupe.buffer.size", "8388608");
        return settings;
    }
}
