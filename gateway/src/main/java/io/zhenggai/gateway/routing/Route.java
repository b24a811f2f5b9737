package io.zhenggai.gateway.routing;

import java.util.List;
import java.util.Optional;

/**
 * One line of the routing table.
 *
 * @param segment the first path segment after {@code /api/v1/}
 * @param service who answers
 * @param uploads what files may be sent here, up to a larger limit
 */
public record Route(String segment, Service service, Uploads uploads) {

    /**
     * @param path of the request, on this route
     * @param contentType the header field as sent
     * @param limits the bounds
     * @return how many bytes a body of that type may have there
     */
    public long bodyLimit(RequestPath path, Optional<String> contentType, BodyLimits limits) {
        List<String> behind = path.segments()
                .subList(RoutingTable.SEGMENTS_TO_ROUTE, path.segments().size());
        return uploads.limit(behind, contentType.orElse(""), limits);
    }
}
