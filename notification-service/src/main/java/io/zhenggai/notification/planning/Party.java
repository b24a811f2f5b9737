package io.zhenggai.notification.planning;

import io.zhenggai.kit.region.RegionCode;
import java.util.Optional;

/**
 * Who owes: the office of a region, or a unit in that region.
 *
 * @param region the region; the province's own code for the provincial office and its member units
 * @param unit the unit, such as 住建局; empty for the office of the region, or a county or zone as such
 */
public record Party(RegionCode region, Optional<String> unit) {

    /** The office of a region: of the province, of a city, or a county or zone as such. */
    public static Party office(RegionCode region) {
        return new Party(region, Optional.empty());
    }

    /** A unit in a region. */
    public static Party unit(RegionCode region, String unit) {
        return new Party(region, Optional.of(unit));
    }

    /** Whether this is the provincial office itself. */
    public boolean isProvincialOffice() {
        return unit.isEmpty() && region.isProvince();
    }

    /** Whether this is a regional office: of a city, or of what reports to the province as a city does. */
    public boolean isRegionalOffice() {
        return unit.isEmpty() && region.cityCode().equals(Optional.of(region));
    }

    /** The provincial office above. */
    public Party provincialOffice() {
        return office(region.provinceCode());
    }

    /** Unit → office of its region, county → city, city → province; empty for the provincial office. */
    public Optional<Party> nextLevel() {
        if (unit.isPresent()) {
            return Optional.of(office(region));
        }
        if (isProvincialOffice()) {
            return Optional.empty();
        }
        return isRegionalOffice()
                ? Optional.of(provincialOffice())
                : region.cityCode().map(Party::office);
    }
}
