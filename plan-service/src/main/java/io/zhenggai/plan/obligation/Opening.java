package io.zhenggai.plan.obligation;

import java.time.LocalDate;

/**
 * Something that a phase of a campaign demands, of whoever owes it.
 *
 * @param phase the phase's ordinal
 * @param title as it stands on the board and in reminders
 * @param deadline until the end of that day
 */
public record Opening(int phase, ObligationCode code, String title, LocalDate deadline) {}
