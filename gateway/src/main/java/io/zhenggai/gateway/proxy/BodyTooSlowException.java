package io.zhenggai.gateway.proxy;

/** A request body came too slowly. */
final class BodyTooSlowException extends RuntimeException {

    BodyTooSlowException() {
        super("too slow", null, false, false);
    }
}
