package io.zhenggai.plan.campaign;

/**
 * A source of issues that the campaign's notice names.
 *
 * @param code such as SYSTEM_SCORECARD, once in a campaign
 * @param name as the notice says it
 */
public record CampaignSource(String code, String name) {}
