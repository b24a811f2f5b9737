package io.zhenggai.embedded.identity;

/** One row of the reference data: a region of Henan with its six-digit code. */
record Region(String code, String name, Level level) {

    enum Level {
        PROVINCE,
        CITY,
        COUNTY,
        ZONE
    }
}
