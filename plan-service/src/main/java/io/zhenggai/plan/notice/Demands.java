package io.zhenggai.plan.notice;

import java.util.List;

/**
 * What is demanded.
 *
 * @param phases the phases, each with its demands
 * @param outside demands that fall into no phase
 * @param unread demands that are there, but could not be read
 */
record Demands(List<ReadPhase> phases, List<ReadDemand> outside, List<NotFound> unread) {}
