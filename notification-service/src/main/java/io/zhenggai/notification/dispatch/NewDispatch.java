package io.zhenggai.notification.dispatch;

import io.zhenggai.notification.reminder.planning.ReminderMessage;
import java.util.UUID;

/** A message that is to be sent. */
public record NewDispatch(UUID id, ReminderMessage message) {}
