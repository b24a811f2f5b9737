package io.zhenggai.kit.http;

import io.zhenggai.kit.paging.Page;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Pages as answers, with the link to the next one (RFC 8288). */
public final class Links {

    private Links() {}

    /**
     * Typed, so that the contract tells what the rows are.
     *
     * @return 200 with the page, and {@code Link: rel="next"} where another one follows
     */
    public static <T> RestResponse<Page<T>> page(UriInfo uri, Page<T> page) {
        return page.next() == null ? RestResponse.ok(page) : next(uri, page, page.next());
    }

    /**
     * @param cursor of what comes behind the page
     * @return 200 with the page, and {@code Link: rel="next"}
     */
    public static <P> RestResponse<P> next(UriInfo uri, P page, String cursor) {
        // Relative to the host: the public door has another name than this service.
        URI next = uri.getRequestUriBuilder()
                .scheme(null)
                .host(null)
                .port(-1)
                .replaceQueryParam("cursor", cursor)
                .build();
        return ResponseBuilder.ok(page)
                .header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"")
                .build();
    }
}
