package io.zhenggai.gateway.identity;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The token of a request, from the {@code Authorization} field alone (RFC 6750, section 2.1). */
final class BearerToken {

    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]+=*)");

    private BearerToken() {}

    /** @return the token; empty without the field, with several, with another scheme, or with something that is no token */
    static Optional<String> of(MultiMap headers) {
        List<String> values = headers.getAll(HttpHeaders.AUTHORIZATION);
        return values.size() == 1
                ? Optional.of(BEARER.matcher(values.get(0).strip()))
                        .filter(Matcher::matches)
                        .map(matcher -> matcher.group(1))
                : Optional.empty();
    }
}
