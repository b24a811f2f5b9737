package io.zhenggai.embedded.system;

/** A service is up but cannot tell what it has left to do: its database or the brokers do not answer it. */
final class CannotTellException extends IllegalStateException {

    CannotTellException(String message) {
        super(message);
    }
}
