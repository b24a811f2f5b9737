package io.zhenggai.plan.campaign;

import io.zhenggai.plan.obligation.ObligationCode;
import io.zhenggai.plan.obligation.ObligationKind;

/**
 * What a phase demands of those who owe it.
 *
 * @param code once in a campaign
 * @param kind the kind of that code
 * @param title as it stands on the board and in reminders, such as 整改方案
 */
public record Demand(ObligationCode code, ObligationKind kind, String title) {}
