package io.zhenggai.notification.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The mail server, and how long it is waited for. */
@ConfigMapping(prefix = "zhenggai.mail")
public interface MailSettings {

    /** @return the server's name or address */
    String host();

    /** @return its port */
    @WithDefault("25")
    int port();

    /** @return the address that letters come from; its domain also names their Message-IDs */
    String from();

    /** @return the account; empty: none is asked for */
    Optional<String> user();

    /** @return the account's password */
    Optional<String> password();

    /** @return whether the way is encrypted */
    @WithDefault("OPTIONAL")
    StartTls startTls();

    /** @return how long a connection may take */
    @WithDefault("5S")
    Duration connectTimeout();

    /** @return how long one answer of the server may take */
    @WithDefault("20S")
    Duration readTimeout();

    /** @return how long handing over may stall */
    @WithDefault("5S")
    Duration writeTimeout();

    /** @return the Message-ID of the letter with that id */
    default String messageId(UUID id) {
        return "<" + id + "@" + from().substring(from().lastIndexOf('@') + 1) + ">";
    }

    /** @return the longest that one letter can take on an open connection: MAIL, RCPT, DATA and the end of the letter */
    default Duration longestDelivery() {
        return readTimeout().multipliedBy(4).plus(writeTimeout());
    }
}
