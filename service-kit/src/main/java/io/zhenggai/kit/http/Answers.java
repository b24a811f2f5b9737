package io.zhenggai.kit.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Answers about one thing that has a version: each carries its entity tag. */
public final class Answers {

    /** Kept by the caller's own cache only, and asked for anew each time. */
    private static final String CACHING = "private, no-cache";

    private static final String VARY = HttpHeaders.AUTHORIZATION + ", " + HttpHeaders.ACCEPT_LANGUAGE;

    private Answers() {}

    /**
     * @param today the business date, since lights change with it
     * @param ifNoneMatch the header as sent; null when absent
     * @return 200 with the thing, or 304 without it when the caller has this very state
     */
    public static Response read(Object body, long version, LocalDate today, @Nullable String ifNoneMatch) {
        return read(body, EntityTags.of(version, today), ifNoneMatch);
    }

    /**
     * @param tag of {@link EntityTags}, for what changes with more than version and date
     * @param ifNoneMatch the header as sent; null when absent
     * @return 200 with the thing, or 304 without it when the caller has this very state
     */
    public static Response read(Object body, String tag, @Nullable String ifNoneMatch) {
        Response.ResponseBuilder answer =
                EntityTags.isHeld(ifNoneMatch, tag) ? Response.notModified() : Response.ok(body);
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHING)
                .header(HttpHeaders.VARY, VARY)
                .build();
    }

    /** @return 200 with the thing as it is after the change */
    public static Response changed(Object body, long version, LocalDate today) {
        return Response.ok(body)
                .header(HttpHeaders.ETAG, EntityTags.of(version, today))
                .build();
    }

    /**
     * @param location where the thing is read, from the root of the host: {@code /api/v1/issues/…}
     * @return 201 with the new thing
     */
    public static Response created(URI location, Object body, long version, LocalDate today) {
        // As a plain header: the builder's own makes it absolute, with this service's host instead of the public
        // door's.
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, location.toString())
                .entity(body)
                .header(HttpHeaders.ETAG, EntityTags.of(version, today))
                .build();
    }
}
