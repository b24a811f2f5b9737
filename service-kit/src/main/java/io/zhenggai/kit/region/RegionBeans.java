package io.zhenggai.kit.region;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The regions as a bean. */
@Singleton
class RegionBeans {

    @Produces
    @Singleton
    Regions regions() {
        return Regions.ofHenan();
    }
}
