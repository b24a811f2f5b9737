package io.zhenggai.issue.paper;

import io.zhenggai.kit.region.Region;
import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.kit.region.RegionLevel;
import io.zhenggai.kit.region.Regions;
import java.util.HashMap;
import java.util.Map;

/** Names of regions as papers have them: a county behind its city, so that none is taken for another. Knows each that was asked for once. */
final class RegionTitles {

    private final Regions regions;
    private final Map<String, String> known = new HashMap<>();

    RegionTitles(Regions regions) {
        this.regions = regions;
    }

    String of(String code) {
        return known.computeIfAbsent(code, unknown -> full(regions, unknown));
    }

    /** @return such as 郑州市 or 郑州市中原区; the code where there is no such region */
    static String full(Regions regions, String code) {
        return regions.find(new RegionCode(code))
                .map(region -> above(regions, region) + region.name())
                .orElse(code);
    }

    private static String above(Regions regions, Region region) {
        return region.parent()
                .flatMap(regions::find)
                .filter(parent -> parent.level() == RegionLevel.CITY)
                .map(Region::name)
                .orElse("");
    }
}
