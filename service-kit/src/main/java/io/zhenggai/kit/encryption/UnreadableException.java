package io.zhenggai.kit.encryption;

/** What was stored encrypted cannot be read: its key is not among those configured, or it is not what was stored. */
public class UnreadableException extends RuntimeException {

    UnreadableException(String message) {
        super(message);
    }
}
