package io.zhenggai.gateway.routing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of the routing table.
 *
 * @param segment the first path segment after {@code /api/v1/}
 * @param service who answers
 * @param uploads whether files may be sent here, up to the larger limit: whatever has a media type that is not JSON
 */
public record Route(String segment, Service service, boolean uploads) {

    private static final Pattern JSON = Pattern.compile("application/([^;]*\\+)?json(\\s*;.*)?");

    /**
     * @param contentType the header field as sent
     * @param limits the two bounds
     * @return how many bytes a body of that type may have here
     */
    public long bodyLimit(Optional<String> contentType, BodyLimits limits) {
        boolean file = contentType
                .map(type -> type.strip().toLowerCase(Locale.ROOT))
                .filter(type -> type.contains("/") && !JSON.matcher(type).matches())
                .isPresent();
        return uploads && file ? limits.upload() : limits.ordinary();
    }
}
