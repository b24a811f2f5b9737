package io.zhenggai.kit.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Who accepts nothing but problems is given what there is. No caller means it: some generated clients name the first type with JSON in
 * it of all that an operation answers with, which is that of its refusals where the answer itself is a text. RFC 9110, 12.5.1, leaves it
 * to the server whether to refuse.
 */
@Singleton
public class AcceptFilter {

    /** Runs before the operation is looked for, which goes by the header. */
    @ServerRequestFilter(preMatching = true)
    public void widen(ContainerRequestContext request) {
        if (Problems.MEDIA_TYPE.equals(request.getHeaderString(HttpHeaders.ACCEPT))) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        }
    }
}
