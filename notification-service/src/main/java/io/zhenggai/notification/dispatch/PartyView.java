package io.zhenggai.notification.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenggai.kit.region.Region;
import io.zhenggai.kit.region.Regions;
import io.zhenggai.notification.planning.Party;
import java.util.Optional;

/**
 * Who owes or is told.
 *
 * @param region six-digit code
 * @param unit absent for the office, county or zone itself
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PartyView(String region, Optional<String> regionName, Optional<String> unit) {

    /** @return how callers see a party */
    public static PartyView of(Party party, Regions regions) {
        return new PartyView(
                party.region().value(), regions.find(party.region()).map(Region::name), party.unit());
    }
}
