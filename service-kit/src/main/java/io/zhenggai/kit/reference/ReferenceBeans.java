package io.zhenggai.kit.reference;

import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.region.Regions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The reference data as beans: read once, at start. */
@Singleton
class ReferenceBeans {

    @Produces
    @Singleton
    Regions regions() {
        return Regions.ofHenan();
    }

    @Produces
    @Singleton
    WorkingCalendar workingCalendar() {
        return WorkingCalendar.ofChina();
    }
}
