package io.zhenggai.gateway.door;

import io.vertx.core.MultiMap;
import java.net.URI;

/**
 * What browsers are told to be careful about, on every answer. There is no {@code Strict-Transport-Security}: whoever ends TLS
 * before the gateway must add it.
 */
final class SecurityHeaders {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private final String page;

    /**
     * @param scriptHashes the hashes of the inline scripts of the Swagger UI's pages, as a policy writes them
     * @param tokenUrl where the page fetches its token
     */
    SecurityHeaders(String scriptHashes, URI tokenUrl) {
        String provider = tokenUrl.getScheme() + "://" + tokenUrl.getRawAuthority();
        this.page = "default-src 'none'; script-src 'self' " + scriptHashes
                + "; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' " + provider
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /** @param isPage whether the answer is part of the Swagger UI */
    void set(MultiMap headers, boolean isPage) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Content-Security-Policy", isPage ? page : NOTHING);
    }
}
