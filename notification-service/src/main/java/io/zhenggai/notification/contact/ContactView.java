package io.zhenggai.notification.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.kit.region.Region;
import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.kit.region.Regions;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A contact, for who may read addresses.
 *
 * @param version for {@code If-Match}
 * @param unit absent for the office, county or zone itself
 * @param changedBy who changed it last
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ContactView(
        UUID id,
        long version,
        String region,
        Optional<String> regionName,
        Optional<String> unit,
        ContactPost post,
        String name,
        String email,
        Instant changedAt,
        String changedBy) {

    static ContactView of(Contact contact, Regions regions) {
        return new ContactView(
                contact.id(),
                contact.version(),
                contact.region(),
                regions.find(new RegionCode(contact.region())).map(Region::name),
                Optional.of(contact.unit()).filter(unit -> !unit.isEmpty()),
                contact.post(),
                contact.name(),
                contact.email().shown(),
                contact.changedAt(),
                contact.changedBy());
    }
}
