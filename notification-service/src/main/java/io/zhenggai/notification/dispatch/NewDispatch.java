package io.zhenggai.notification.dispatch;

import io.zhenggai.notification.planning.ReminderMessage;
import java.util.UUID;

/** A message that is to be sent. */
public record NewDispatch(UUID id, ReminderMessage message) {}
