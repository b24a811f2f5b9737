package io.zhenggai.gateway.proxy;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a caller is told of an answer: all that the service said, but nothing of the house behind the door. */
final class ResponseHeaders {

    private static final List<String> WITH_ADDRESSES = List.of("Location", "Content-Location", "Link");

    private static final List<String> OF_REFUSALS = List.of("WWW-Authenticate", "Allow", "Retry-After", "Accept");

    private ResponseHeaders() {}

    /**
     * @param headers the service's fields, changed in place
     * @param origin the service; its own address is taken out of links, which so become relative to the gateway
     */
    static void forward(MultiMap headers, Origin origin) {
        HopByHop.strip(headers);
        headers.remove("Server");
        for (String name : WITH_ADDRESSES) {
            List<String> values = headers.getAll(name);
            if (!values.isEmpty()) {
                headers.set(
                        name,
                        values.stream()
                                .map(value -> value.replace(origin.url() + "/", "/"))
                                .toList());
            }
        }
    }

    /** @return what a client acts on when it is refused, and nothing else */
    static Map<String, String> ofRefusal(MultiMap headers) {
        return OF_REFUSALS.stream()
                .filter(headers::contains)
                .collect(Collectors.toUnmodifiableMap(name -> name, headers::get));
    }
}
