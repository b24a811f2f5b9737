package io.zhenggai.kit.identity;

import io.zhenggai.kit.region.RegionCode;
import java.util.Optional;

/**
 * The part of the province that a caller may see; a parameter of every query (decision 9). A row is inside when every field
 * that is present here equals the row's.
 *
 * @param city the city's code; empty: the whole province
 * @param county the county's or zone's code within the city; empty: the whole city
 * @param unit the unit to which a row must be assigned; empty: every unit's rows
 */
public record RegionScope(Optional<String> city, Optional<String> county, Optional<String> unit) {

    /** The code of the province itself, on what belongs to no city. */
    public static final String PROVINCE_CODE = "410000";

    /** @return the whole province */
    public static RegionScope province() {
        return new RegionScope(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @return one city with its counties and zones */
    public static RegionScope city(String code) {
        return new RegionScope(Optional.of(code), Optional.empty(), Optional.empty());
    }

    static RegionScope of(Caller caller) {
        String region = caller.region();
        return switch (caller.role()) {
            case PROVINCE -> province();
            case OFFICE, INDICATOR_LEAD -> city(region);
            case COUNTY -> new RegionScope(Optional.of(cityOf(region)), Optional.of(region), Optional.empty());
            case DEPARTMENT -> within(region, unitOf(caller));
            case MEMBER_UNIT, SYSTEM -> new RegionScope(Optional.empty(), Optional.empty(), unitOf(caller));
            case LEADER, AUDITOR -> region.equals(PROVINCE_CODE) ? province() : within(region, Optional.empty());
        };
    }

    /** A city with all below it, a county or zone by itself. */
    private static RegionScope within(String region, Optional<String> unit) {
        String city = cityOf(region);
        return new RegionScope(Optional.of(city), city.equals(region) ? Optional.empty() : Optional.of(region), unit);
    }

    /** Without a name it would be no narrowing at all, and in some tables the office itself. */
    private static Optional<String> unitOf(Caller caller) {
        return Optional.of(caller.unit()
                .orElseThrow(() -> new IllegalArgumentException("a caller as " + caller.role() + " names its unit")));
    }

    /**
     * @param rowCity the city's code on a row
     * @param rowRegion the region's own code on a row
     * @return whether a row of that region is inside, as far as regions go
     */
    public boolean covers(String rowCity, String rowRegion) {
        return city.map(rowCity::equals).orElse(true)
                && county.map(rowRegion::equals).orElse(true);
    }

    private static String cityOf(String region) {
        return new RegionCode(region).cityCode().map(RegionCode::value).orElse(region);
    }
}
