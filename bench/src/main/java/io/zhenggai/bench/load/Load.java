package io.zhenggai.bench.load;

/**
 * What is to be appended.
 *
 * @param aggregateType names the topic: {@code sample}, which nobody reads, or {@code issue}, which report-service does
 * @param events how many, each the first of an aggregate of its own
 * @param eventsPerCommand how many share one transaction; the last command has the rest
 * @param callers how many threads command at once
 * @param eventsPerSecond at most; zero for as fast as they go
 * @param noted whether each command leaves a row of its own, so that the moment of its commit can be asked for afterwards
 */
public record Load(
        String aggregateType, int events, int eventsPerCommand, int callers, int eventsPerSecond, boolean noted) {}
