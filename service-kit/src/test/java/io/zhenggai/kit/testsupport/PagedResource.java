package io.zhenggai.kit.testsupport;

import io.zhenggai.kit.http.Answers;
import io.zhenggai.kit.http.Links;
import io.zhenggai.kit.paging.Cursor;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** An endless list of numbers, and a thing that is created. */
@Path("/api/v1/numbers")
public class PagedResource {

    /** Counts on from the cursor. */
    @GET
    public RestResponse<Page<Long>> list(
            @QueryParam("region") @Nullable String region,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest page = new PageRequest(limit, Optional.ofNullable(cursor), false);
        String question = "numbers " + region;
        long first = page.cursor()
                .map(text -> Cursor.decoded(text, question, 1).number(0) + 1)
                .orElse(1L);
        List<Long> rows =
                LongStream.rangeClosed(first, first + page.limit()).boxed().toList();
        return Links.page(
                uri, Page.of(rows, page.limit(), last -> new Cursor(List.of(last.toString()), question), null));
    }

    /** Creates one. */
    @POST
    public Response create() {
        return Answers.created(URI.create("/api/v1/numbers/1"), 1, 0, LocalDate.of(2021, 10, 31));
    }

    /** Sends the caller elsewhere. */
    @GET
    @Path("/moved")
    public Response moved() {
        throw new WebApplicationException(
                Response.seeOther(URI.create("/api/v1/numbers")).build());
    }
}
