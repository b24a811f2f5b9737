package io.zhenggai.notification.owed;

import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.notification.planning.Deadline;
import io.zhenggai.notification.planning.Owed;
import io.zhenggai.notification.planning.OwedKind;
import io.zhenggai.notification.planning.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * One thing owed.
 *
 * @param city the code of the city that the region lies in or is; 410000 for the province
 * @param region the region whose office owes it
 * @param unit the unit in that region that is to do it
 * @param version of its deadline
 * @param since when it came to be owed by that date
 */
public record OwedRow(
        OwedKind kind,
        UUID id,
        UUID campaignId,
        String label,
        String city,
        String region,
        Optional<String> unit,
        LocalDate dueOn,
        long version,
        Instant since) {

    /** @param hasContact tells whether a party is reached by a contact of its own: a unit owes only then, else its office */
    public Owed toOwed(Predicate<Party> hasContact) {
        RegionCode code = new RegionCode(region);
        Party owedBy =
                unit.map(name -> Party.unit(code, name)).filter(hasContact).orElseGet(() -> Party.office(code));
        return new Owed(kind, id.toString(), label, owedBy, new Deadline(dueOn, version, since));
    }
}
