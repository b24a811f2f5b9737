package io.zhenggai.notification.contact;

/**
 * Where the holder of a post is reached.
 *
 * @param unit empty for the office, county or zone itself
 * @param email in its ASCII form
 */
public record PostHolder(String region, String unit, ContactPost post, String email) {}
