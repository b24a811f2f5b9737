package io.zhenggai.acceptance.fault;

import java.util.List;
import java.util.Optional;

/** All that goes wrong. */
final class Faults {

    static final List<Fault> ALL = List.of(
            new Fault("services-killed", Deaths::ofServices),
            new Fault("rolling-restart", Deaths::inTurn),
            new Fault("killed-before-sending", Deaths::beforeSending),
            new Fault("killed-between-acknowledgement-and-delete", Deaths::betweenAcknowledgementAndDelete),
            new Fault("killed-between-effect-and-commit", Deaths::betweenEffectAndCommit),
            new Fault("kafka-killed", Deaths::ofKafka),
            new Fault("postgres-killed", Deaths::ofPostgres),
            new Fault("relay-frozen", Deaths::ofTheFrozenRelay),
            new Fault("rebalance-storm", Circumstances::storm),
            new Fault("records-that-nobody-can-read", Rubbish::onTheTopic),
            new Fault("event-that-nobody-can-send", Rubbish::inTheOutbox),
            new Fault("late-commit", Circumstances::lateCommit),
            new Fault("backlog", Circumstances::backlog),
            new Fault("killed-while-rebuilding", Rebuilding::killed),
            new Fault("clock-jumps", Circumstances::clockJumps));

    private Faults() {}

    static Optional<Fault> named(String name) {
        return ALL.stream().filter(fault -> fault.name().equals(name)).findFirst();
    }
}
