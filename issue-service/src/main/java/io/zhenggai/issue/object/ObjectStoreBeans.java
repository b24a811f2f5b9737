package io.zhenggai.issue.object;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The store that the settings choose. */
class ObjectStoreBeans {

    @Produces
    @Singleton
    ObjectStore store(ObjectStoreSettings settings, S3Settings s3) {
        return switch (settings.store()) {
            case FILES -> new FileObjectStore(settings.directory().resolve("objects"));
            case S3 -> new S3ObjectStore(s3);
        };
    }

    void close(@Disposes ObjectStore store) throws Exception {
        if (store instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
