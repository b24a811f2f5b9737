package io.zhenggai.notification.mail;

/** Whether the way to the mail server is encrypted. */
public enum StartTls {
    /** Never. */
    DISABLED,
    /** Where the server offers it; its certificate must be good then. */
    OPTIONAL,
    /** Always: without it nothing is sent. */
    REQUIRED
}
