package io.zhenggai.kit.region;

import java.util.Optional;

/**
 * A region.
 *
 * @param name the full name, such as 郑州市
 * @param parent the region that it lies in; empty for the province
 */
public record Region(RegionCode code, String name, RegionLevel level, Optional<RegionCode> parent) {}
