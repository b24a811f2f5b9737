package io.zhenggai.kit.http;

import io.zhenggai.kit.paging.Page;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Pages as answers, with the link to the next one (RFC 8288). */
public final class Links {

    private static final String CURSOR = "cursor";

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
        return ResponseBuilder.ok(page)
                .header(HttpHeaders.LINK, "<" + withCursor(uri.getRequestUri(), cursor) + ">; rel=\"next\"")
                .build();
    }

    /** Relative to the host: the public door has another name than this service. Of a page the builder of URIs took a fortieth. */
    static String withCursor(URI asked, String cursor) {
        StringBuilder next = new StringBuilder(asked.getRawPath()).append('?');
        String query = asked.getRawQuery();
        if (query != null) {
            for (String parameter : query.split("&")) {
                if (!parameter.isEmpty() && !name(parameter).equals(CURSOR)) {
                    next.append(parameter).append('&');
                }
            }
        }
        return next.append(CURSOR)
                .append('=')
                .append(URLEncoder.encode(cursor, StandardCharsets.UTF_8))
                .toString();
    }

    private static String name(String parameter) {
        int end = parameter.indexOf('=');
        String written = end < 0 ? parameter : parameter.substring(0, end);
        return written.indexOf('%') < 0 ? written : URLDecoder.decode(written, StandardCharsets.UTF_8);
    }
}
