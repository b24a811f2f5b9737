package io.zhenggai.issue.paper;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.region.Regions;

/** Whom a paper names as who filled it in. */
final class Filler {

    private static final String OFFICE = "工改办";

    private Filler() {}

    /** @return 填报单位, by the caller's token */
    static String unit(Caller caller, Regions regions) {
        String region = RegionTitles.full(regions, caller.region());
        return switch (caller.role()) {
            case PROVINCE, OFFICE -> region + OFFICE;
            case MEMBER_UNIT, SYSTEM -> caller.unit().orElse(region);
            case DEPARTMENT, INDICATOR_LEAD -> region + caller.unit().orElse("");
            case COUNTY, LEADER, AUDITOR -> region;
        };
    }
}
