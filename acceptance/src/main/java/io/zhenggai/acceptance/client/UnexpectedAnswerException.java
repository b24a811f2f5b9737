package io.zhenggai.acceptance.client;

/** The gateway answered otherwise than it should have. */
public final class UnexpectedAnswerException extends RuntimeException {

    private final int status;

    UnexpectedAnswerException(String call, int status, String body) {
        super(call + " was answered with " + status + ": " + body);
        this.status = status;
    }

    /** @return the status of HTTP */
    public int status() {
        return status;
    }
}
