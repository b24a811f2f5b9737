package io.zhenggai.acceptance.client;

/** The words behind {@code ./run} were not understood; the message says which and why, in one sentence. */
public final class UsageException extends RuntimeException {

    public UsageException(String message) {
        super(message);
    }
}
