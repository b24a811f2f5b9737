package io.zhenggai.kit.history;

import io.zhenggai.kit.identity.RegionScope;
import java.util.UUID;

/**
 * Whose history it is, and whose region.
 *
 * @param type as its events call it, such as {@code issue}
 * @param city the code of the city that the region lies in or is; 410000 for what is the province's
 * @param region its own code
 */
public record Aggregate(String type, UUID id, String city, String region) {

    /** @return one that belongs to a city as a whole, or to the province */
    public static Aggregate of(String type, UUID id, String city) {
        return new Aggregate(type, id, city, city);
    }

    /** @return one that is the province's */
    public static Aggregate ofProvince(String type, UUID id) {
        return of(type, id, RegionScope.PROVINCE_CODE);
    }
}
