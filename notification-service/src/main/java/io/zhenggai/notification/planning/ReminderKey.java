package io.zhenggai.notification.planning;

/** What makes a reminder one and the same: it is stored, and sent, once. */
public record ReminderKey(OwedKind kind, String owedId, long deadlineVersion, ReminderOffset offset, Post post) {}
