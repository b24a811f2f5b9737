package io.zhenggai.acceptance.client;

/** The gateway answered otherwise than it should have. */
public final class UnexpectedAnswerException extends RuntimeException {

    UnexpectedAnswerException(String call, int status, String body) {
        super(call + " was answered with " + status + ": " + body);
    }
}
