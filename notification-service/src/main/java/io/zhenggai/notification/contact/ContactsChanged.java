package io.zhenggai.notification.contact;

/** Told within the transaction in which somebody was named, renamed or removed. */
public record ContactsChanged() {}
