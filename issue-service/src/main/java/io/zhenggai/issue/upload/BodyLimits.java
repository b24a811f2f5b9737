package io.zhenggai.issue.upload;

import static org.jboss.resteasy.reactive.server.vertx.VertxInputStream.MAX_REQUEST_SIZE_KEY;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Keeps ordinary bodies small on a server whose own limit is that of the largest upload. What announces its length is refused
 * with a problem before it is read; what does not is cut off by the reader.
 */
@Singleton
public class BodyLimits {

    /** After the server's own limit was noted, which this one replaces. */
    private static final int PRIORITY = 1;

    /** Tells the reader of bodies where to stop. */
    void limitReader(@Observes Filters filters) {
        filters.register(BodyLimits::note, PRIORITY);
    }

    private static void note(RoutingContext context) {
        context.put(MAX_REQUEST_SIZE_KEY, UploadPath.readerLimitOf(context.normalizedPath()));
        context.next();
    }

    /** Refuses by the announced length. */
    @ServerRequestFilter
    public void refuseTooLarge(ContainerRequestContext request) {
        if (request.getLength() <= 0) {
            return;
        }
        long limit = UploadPath.limitOf(request.getUriInfo().getRequestUri().getPath());
        if (request.getLength() > limit) {
            throw UploadedBody.tooLarge(limit);
        }
    }
}
