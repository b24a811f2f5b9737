package io.zhenggai.notification.reminder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the reminders. */
@ConfigMapping(prefix = "zhenggai.reminders")
public interface ReminderSettings {

    /** @return how many messages one run makes at the most; the rest waits for the next, a second later */
    @WithDefault("200")
    int messagesPerRun();
}
