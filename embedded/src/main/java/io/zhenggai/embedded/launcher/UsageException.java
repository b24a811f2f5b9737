package io.zhenggai.embedded.launcher;

/** The command line says something that nobody understands; the message is one sentence for who typed it. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UsageException(String message) {
        super(message);
    }
}
