package io.zhenggai.notification.dispatch;

/** Told within the transaction in which a message was given up at its turn: what it was to bring is free to be planned anew. */
public record DispatchGivenUp() {}
