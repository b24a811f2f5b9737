package io.zhenggai.acceptance.fault;

import java.util.UUID;

/**
 * What events happen to.
 *
 * @param type such as {@code issue}
 */
record Aggregate(String type, UUID id) {

    @Override
    public String toString() {
        return type + " " + id;
    }
}
