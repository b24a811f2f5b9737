package io.zhenggai.gateway.contract;

import io.vertx.core.buffer.Buffer;
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
record Representation(String mediaType, Buffer content, String etag) {

    static Representation of(String mediaType, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Representation(mediaType, Buffer.buffer(bytes), "\"" + sha256(bytes) + "\"");
    }

    /** @return whether {@code If-None-Match} as sent names this content (RFC 9110, section 13.1.2: weak comparison) */
    boolean isKnownBy(Optional<String> ifNoneMatch) {
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
