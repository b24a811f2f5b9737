package io.zhenggai.plan.notice;

import io.zhenggai.kit.region.Region;
import io.zhenggai.kit.region.Regions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Derives which regional offices the addressees mean: 各省辖市 are all offices called 市, others are meant when they are named. Only
 * for notices of the province whose regions are known; elsewhere the same words mean other cities.
 */
final class AddressedOffices {

    private final Regions regions;

    AddressedOffices(Regions regions) {
        this.regions = regions;
    }

    Optional<Read<List<String>>> of(Sheet sheet) {
        List<Read<String>> addressees = sheet.head().addressees();
        if (addressees.isEmpty()
                || !isOfThisProvince(sheet.issuingBody(), sheet.head().documentNumber())) {
            return Optional.empty();
        }
        String text = String.join("，", addressees.stream().map(Read::value).toList());
        boolean allCities = text.contains("各省辖市");
        List<String> offices = regions.offices().stream()
                .filter(office -> (allCities && office.name().endsWith("市")) || text.contains(office.name()))
                .map(office -> office.code().value())
                .toList();
        Read<String> first = addressees.get(0);
        return offices.isEmpty()
                ? Optional.empty()
                : Optional.of(new Read<>(offices, Mark.PROPOSED, first.line(), first.sentence()));
    }

    private boolean isOfThisProvince(@Nullable Read<String> issuingBody, @Nullable Read<String> documentNumber) {
        Region province = regions.province();
        return (issuingBody != null && issuingBody.value().startsWith(province.name()))
                || (issuingBody == null
                        && documentNumber != null
                        && documentNumber.value().startsWith("豫"));
    }
}
