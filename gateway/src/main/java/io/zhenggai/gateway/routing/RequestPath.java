package io.zhenggai.gateway.routing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path that means the same to everybody who reads it: to this router, to a proxy before it and to a service behind it. So a
 * path is refused, not normalised, when it holds a dot segment, an empty segment, an encoded slash or backslash, a control
 * character, a matrix parameter, or anything that RFC 3986 does not allow in a path.
 *
 * @param raw as sent, still encoded
 * @param segments decoded, without the empty one that a trailing slash leaves
 */
public record RequestPath(String raw, List<String> segments) {

    // pchar of RFC 3986 without ';': no path here has parameters, and they are a known way around path rules.
    private static final String ALLOWED = "-._~!$&'()*+,=:@";

    /**
     * @param raw the path part of a request target
     * @return the path; empty when it is refused
     */
    public static Optional<RequestPath> parse(String raw) {
        if (!raw.startsWith("/")) {
            return Optional.empty();
        }
        if (raw.equals("/")) {
            return Optional.of(new RequestPath(raw, List.of()));
        }
        String inner = raw.substring(1, raw.endsWith("/") ? raw.length() - 1 : raw.length());
        List<String> segments = new ArrayList<>();
        for (String encoded : inner.split("/", -1)) {
            Optional<String> segment = decode(encoded).filter(RequestPath::isPlain);
            if (segment.isEmpty()) {
                return Optional.empty();
            }
            segments.add(segment.get());
        }
        return Optional.of(new RequestPath(raw, List.copyOf(segments)));
    }

    private static boolean isPlain(String segment) {
        return !segment.isEmpty()
                && !segment.equals(".")
                && !segment.equals("..")
                && segment.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
    }

    private static Optional<String> decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                if (i + 2 >= encoded.length() || hex(encoded.charAt(i + 1)) < 0 || hex(encoded.charAt(i + 2)) < 0) {
                    return Optional.empty();
                }
                bytes.write(hex(encoded.charAt(i + 1)) << 4 | hex(encoded.charAt(i + 2)));
                i += 2;
            } else if (isAsciiAlphanumeric(c) || ALLOWED.indexOf(c) >= 0) {
                bytes.write(c);
            } else {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static boolean isAsciiAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** {@link Character#digit} alone would take the digits of every script. */
    private static int hex(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }
}
