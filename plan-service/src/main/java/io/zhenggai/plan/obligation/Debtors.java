package io.zhenggai.plan.obligation;

import io.zhenggai.kit.region.Region;
import io.zhenggai.kit.region.Regions;
import java.util.List;
import java.util.Optional;

/** Who owes what a phase demands. */
final class Debtors {

    private final Regions regions;

    Debtors(Regions regions) {
        this.regions = regions;
    }

    /** @return one entry for each obligation to open, in the order of regions */
    List<Debtor> of(ObligationCode code) {
        String province = regions.province().code().value();
        return switch (code.debtor()) {
            case EACH_OFFICE ->
                offices().stream()
                        .map(office -> new Debtor(office, Optional.empty()))
                        .toList();
            case PROVINCE -> List.of(new Debtor(province, Optional.empty()));
            case PROVINCE_FOR_EACH_CITY ->
                offices().stream()
                        .map(city -> new Debtor(province, Optional.of(city)))
                        .toList();
        };
    }

    private List<String> offices() {
        return regions.offices().stream()
                .map(Region::code)
                .map(code -> code.value())
                .toList();
    }

    /**
     * @param region who owes
     * @param subjectRegion the city that it is owed for
     */
    record Debtor(String region, Optional<String> subjectRegion) {}
}
