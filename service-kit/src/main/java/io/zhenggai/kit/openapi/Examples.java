package io.zhenggai.kit.openapi;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Examples of one operation.
 *
 * @param request what is sent; null where there is none
 * @param response what comes back; null where there is none
 */
record Examples(@Nullable Object request, @Nullable Object response) {

    private static final String REQUEST = "request";
    private static final String RESPONSE = "response";

    /** @throws IllegalArgumentException when there is anything else in the file */
    static Examples of(Map<?, ?> file) {
        if (!Set.of(REQUEST, RESPONSE).containsAll(file.keySet())) {
            throw new IllegalArgumentException("examples have a request and a response, not " + file.keySet());
        }
        return new Examples(file.get(REQUEST), file.get(RESPONSE));
    }
}
