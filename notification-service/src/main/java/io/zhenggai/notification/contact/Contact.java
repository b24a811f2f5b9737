package io.zhenggai.notification.contact;

import java.time.Instant;
import java.util.UUID;

/**
 * A contact as it is stored.
 *
 * @param city the code of the city that the region lies in or is; 410000 for the province
 * @param unit empty for the office, county or zone itself
 * @param changedBy the name of who changed it last
 */
record Contact(
        UUID id,
        long version,
        String city,
        String region,
        String unit,
        ContactPost post,
        String name,
        EmailAddress email,
        Instant changedAt,
        String changedBy) {

    boolean holdsSamePost(Contact other) {
        return region.equals(other.region) && unit.equals(other.unit) && post == other.post;
    }
}
