package io.zhenggai.kit.calendar;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The calendar as a bean. */
@Singleton
class CalendarBeans {

    @Produces
    @Singleton
    WorkingCalendar workingCalendar() {
        return WorkingCalendar.ofChina();
    }
}
