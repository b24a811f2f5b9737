package io.zhenggai.gateway.proxy;

/** A request body went past its limit while it was read. */
final class BodyTooLargeException extends RuntimeException {

    BodyTooLargeException(long limit) {
        super("more than " + limit + " bytes", null, false, false);
    }
}
