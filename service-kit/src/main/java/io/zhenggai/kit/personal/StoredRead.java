package io.zhenggai.kit.personal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.kit.encryption.EncryptedColumn;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.json.StoredJson;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reading as it is stored: all of it is in the text that is chained, and the columns beside that repeat what is asked for.
 *
 * @param person with name, role, region and unit: of who was shown it
 * @param city that of the reader's scope; 410000 for who sees the whole province
 * @param at to the microsecond, by the business clock
 * @param data what was shown, as {@code table.column}
 * @param owners of which things
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoredRead(
        String person,
        String name,
        String role,
        String city,
        String region,
        @Nullable String unit,
        Instant at,
        String data,
        List<UUID> owners) {

    static StoredRead of(Caller caller, Instant at, EncryptedColumn data, Collection<UUID> owners) {
        return new StoredRead(
                caller.person(),
                caller.name(),
                caller.role().claim(),
                caller.scope().city().orElse(RegionScope.PROVINCE_CODE),
                caller.region(),
                caller.unit().orElse(null),
                at,
                data.table() + "." + data.column(),
                List.copyOf(owners));
    }

    /** @throws IllegalStateException when the text is none */
    public static StoredRead read(String text) {
        return StoredJson.read(text, StoredRead.class);
    }
}
