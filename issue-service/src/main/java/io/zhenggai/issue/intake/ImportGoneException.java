package io.zhenggai.issue.intake;

/** An import is another replica's now, or was forgotten; whoever works on it stops, and nothing of it stays. */
final class ImportGoneException extends RuntimeException {

    ImportGoneException() {
        super("the import is not ours any more");
    }
}
