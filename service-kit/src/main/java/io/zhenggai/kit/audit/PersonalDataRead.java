package io.zhenggai.kit.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.kit.personal.StoredRead;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was shown personal data.
 *
 * @param number of all readings in this service; the newest has the highest
 * @param person the subject of the token; with name, role, region and unit: of who was shown it
 * @param sequence the place in the person's chain, from 1
 * @param at by the business clock
 * @param data what was shown, such as {@code contact.email}; never its content
 * @param owners whose: ids of contacts, dispatches or issues
 * @param hash of this entry and all before it in the chain, 64 hexadecimal digits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonalDataRead(
        long number,
        String person,
        long sequence,
        String name,
        String role,
        String region,
        @Nullable String unit,
        Instant at,
        String data,
        List<UUID> owners,
        String hash) {

    static PersonalDataRead of(long number, long sequence, StoredRead stored, String hash) {
        return new PersonalDataRead(
                number,
                stored.person(),
                sequence,
                stored.name(),
                stored.role(),
                stored.region(),
                stored.unit(),
                stored.at(),
                stored.data(),
                stored.owners(),
                hash);
    }
}
