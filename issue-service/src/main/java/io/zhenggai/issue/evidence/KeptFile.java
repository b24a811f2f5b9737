package io.zhenggai.issue.evidence;

import io.zhenggai.issue.object.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file that lies in the store, and that no row names yet.
 *
 * @param mediaType of the content, checked
 * @param bytes its length, at most 50 MiB
 * @param sha256 its digest, 64 hexadecimal digits
 * @param thumbnail of a picture that could be read
 */
record KeptFile(
        FileName name, String mediaType, int bytes, String sha256, ObjectKey key, Optional<ObjectKey> thumbnail) {

    /** @return every object that it consists of */
    List<ObjectKey> keys() {
        return Stream.concat(Stream.of(key), thumbnail.stream()).toList();
    }
}
