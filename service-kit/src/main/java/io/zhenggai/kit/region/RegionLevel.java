package io.zhenggai.kit.region;

/** The level of a region; each city has a regional office. */
public enum RegionLevel {
    PROVINCE,
    /** A prefecture-level city 省辖市, or a demonstration zone that reports to the province as one does 济源示范区. */
    CITY,
    COUNTY,
    /** A development zone with a statistical code of its own 开发区. */
    ZONE
}
