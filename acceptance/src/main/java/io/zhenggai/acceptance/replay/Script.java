package io.zhenggai.acceptance.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What happens when: moments in order, each with what is done then. At nine o'clock of every day the reminders are due. */
final class Script {

    private final Map<Moment, List<Scene>> scenes = new TreeMap<>();

    /** Lets every day from the first to the last one pass its hour of reminders. */
    Script reminding(LocalDate first, LocalDate last) {
        first.datesUntil(last.plusDays(1))
                .forEach(day -> scenes.computeIfAbsent(Moment.of(day, 9), key -> new ArrayList<>()));
        return this;
    }

    /**
     * @param day of the scene
     * @param hour in Shanghai
     * @param title what is done, in Chinese, for the timeline
     */
    Script at(LocalDate day, int hour, String title, Runnable action) {
        scenes.computeIfAbsent(Moment.of(day, hour), key -> new ArrayList<>()).add(new Scene(title, action));
        return this;
    }

    /** @return the scenes by moment, in order */
    Map<Moment, List<Scene>> scenes() {
        return scenes;
    }

    /** One thing that is done. */
    record Scene(String title, Runnable action) {}
}
