package io.zhenggai.gateway.document;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A document ready to be sent.
 *
 * @param mediaType what it is written in
 * @param content UTF-8
 * @param etag strong, with its quotes; another content has another one
 */
public record Representation(String mediaType, Buffer content, String etag) {

    /** @return the text in UTF-8 under an ETag of its own */
    public static Representation of(String mediaType, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Representation(mediaType, Buffer.buffer(bytes), "\"" + sha256(bytes) + "\"");
    }

    /** Answers with it, or with 304 where the caller knows it. */
    public void sendTo(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.ETAG, etag).putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (isKnownBy(Optional.ofNullable(context.request().getHeader(HttpHeaders.IF_NONE_MATCH)))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType + "; charset=utf-8")
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(content.length()));
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(content);
        }
    }

    /** @return whether {@code If-None-Match} as sent names this content (RFC 9110, section 13.1.2: weak comparison) */
    private boolean isKnownBy(Optional<String> ifNoneMatch) {
        return ifNoneMatch.stream()
                .flatMap(field -> Arrays.stream(field.split(",")))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
