package io.zhenggai.issue.object;

/** An object that the database names is not in the store: lost, or restored from another backup than the database. */
public final class MissingObjectException extends IllegalStateException {

    MissingObjectException(ObjectKey key) {
        super("the object " + key + " is not in the store");
    }
}
