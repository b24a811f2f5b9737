package io.zhenggai.gateway.proxy;

import io.zhenggai.gateway.routing.Service;
import java.net.URI;

/**
 * Where a service listens.
 *
 * @param service which one
 * @param host name or address
 * @param port 1 to 65535
 */
record Origin(Service service, String host, int port) {

    /**
     * @param url {@code http://host[:port]} and nothing more
     * @throws IllegalArgumentException when it says more or less
     */
    static Origin of(Service service, URI url) {
        boolean bare = url.getRawQuery() == null
                && url.getRawFragment() == null
                && url.getRawUserInfo() == null
                && (url.getRawPath() == null
                        || url.getRawPath().isEmpty()
                        || url.getRawPath().equals("/"));
        if (!"http".equals(url.getScheme()) || url.getHost() == null || !bare) {
            throw new IllegalArgumentException(
                    "the address of " + service.id() + " must look like http://host:port, but is " + url);
        }
        return new Origin(service, url.getHost(), url.getPort() == -1 ? 80 : url.getPort());
    }

    /** @return what the service believes its own addresses to begin with */
    String url() {
        return "http://" + host + (port == 80 ? "" : ":" + port);
    }
}
