package io.zhenggai.issue.object;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Keeps objects. Used by many threads and replicas at a time. Each method throws {@link ObjectStoreException} when the store cannot be
 * reached or does not answer as it should; what it was to do may have been done then.
 */
public interface ObjectStore {

    /**
     * Keeps the content of a file, and returns when it would survive a crash.
     *
     * @param key that was never used
     * @param file is read, or moved into the store
     */
    void put(ObjectKey key, Path file);

    /**
     * Opens a part of an object, to be closed by the caller; reading it may throw {@link IOException}.
     *
     * @param from the first byte, from 0 on, within the object
     * @param length how many bytes, at least 1; fewer are read where the object ends before
     * @throws MissingObjectException when there is no such object
     */
    InputStream open(ObjectKey key, long from, long length);

    /** Deletes an object; nothing happens when there is none. */
    void delete(ObjectKey key);

    /**
     * @param behind the last key of the page before; empty for the first page
     * @param limit at most so many, 1 to 1,000
     * @return what is there, in the order of keys, fewer than the limit at the end only; what is put or deleted meanwhile may be in it or not
     */
    List<KeptObject> list(Optional<ObjectKey> behind, int limit);
}
