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
        ResponseBuilder<Page<T>> answer = ResponseBuilder.ok(page);
        if (page.next() != null) {
            // Relative to the host: the public door has another name than this service.
            URI next = uri.getRequestUriBuilder()
                    .scheme(null)
                    .host(null)
                    .port(-1)
                    .replaceQueryParam("cursor", page.next())
                    .build();
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.build();
    }
}
