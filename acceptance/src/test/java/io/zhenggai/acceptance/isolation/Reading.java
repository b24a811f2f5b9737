package io.zhenggai.acceptance.isolation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How an operation that reads is asked for a region's things.
 *
 * @param kind what everybody else must be answered
 * @param paths the requests to try
 */
record Reading(Kind kind, Function<Holdings, List<String>> paths) {

    /** What a caller of another region is answered. */
    enum Kind {
        /** 200 without a trace of it. */
        LIST,
        /** 404, as if it were not there. */
        THING,
        /** 404, to the province as well: it is who made it who sees it. */
        OWN,
        /** 200, or 403: a form, or what is the caller's own, that say nothing of anybody else. */
        FORM,
        /** 200: it is the whole province's. */
        OPEN,
        /** 403: it is the province's own affair. */
        PROVINCE_ONLY,
        /** 403, or 404 as if it were not there: it is for the province and its auditors. */
        PROVINCE_WIDE,
        /** As of a list, of which only auditors are shown any. */
        AUDIT,
        /** 403: it is for the province's systems only. */
        SYNC,
        /** 403, and 200 for auditors, whose record is no region's. */
        SEALS
    }

    /** Every reading operation of the contract; one that is missing here fails the walk. */
    static final Map<String, Reading> ALL = Map.ofEntries(
            list(
                    "GET /api/v1/issues",
                    holdings -> List.of(
                            "/api/v1/issues",
                            "/api/v1/issues?total=true",
                            "/api/v1/issues?total=true&city=" + holdings.city(),
                            "/api/v1/issues?total=true&region=" + holdings.county(),
                            "/api/v1/issues?total=true&waitingForMe=ANY",
                            "/api/v1/issues?total=true&q=" + holdings.ledgerNumber())),
            Map.entry("GET /api/v1/my-work", new Reading(Kind.FORM, holdings -> List.of("/api/v1/my-work"))),
            Map.entry("GET /api/v1/issue-views", new Reading(Kind.FORM, holdings -> List.of("/api/v1/issue-views"))),
            Map.entry(
                    "GET /api/v1/issue-views/{}",
                    new Reading(Kind.OWN, holdings -> List.of(holdings.view().path()))),
            list("GET /api/v1/issue-ledgers", holdings -> List.of("/api/v1/issue-ledgers?format=CSV")),
            thing(
                    "GET /api/v1/issues/{}",
                    holdings -> List.of(holdings.issue().path(), "/api/v1/issues/" + holdings.ledgerNumber())),
            thing(
                    "GET /api/v1/issues/{}/history",
                    holdings -> List.of(holdings.issue().path() + "/history")),
            thing(
                    "GET /api/v1/issues/{}/requests",
                    holdings -> List.of(holdings.issue().path() + "/requests")),
            Map.entry(
                    "GET /api/v1/issue-imports/template",
                    new Reading(Kind.FORM, holdings -> List.of("/api/v1/issue-imports/template"))),
            Map.entry(
                    "GET /api/v1/issue-imports/{}",
                    new Reading(Kind.OWN, holdings -> List.of("/api/v1/issue-imports/" + holdings.refusedImport()))),
            Map.entry(
                    "GET /api/v1/issue-imports/{}/error-file",
                    new Reading(
                            Kind.OWN,
                            holdings -> List.of("/api/v1/issue-imports/" + holdings.refusedImport() + "/error-file"))),
            Map.entry(
                    "GET /api/v1/issues/changes",
                    new Reading(Kind.SYNC, holdings -> List.of("/api/v1/issues/changes"))),
            thing(
                    "GET /api/v1/issues/{}/close-out-form",
                    holdings -> List.of(holdings.issue().path() + "/close-out-form")),
            thing(
                    "GET /api/v1/issues/{}/file",
                    holdings -> List.of(holdings.issue().path() + "/file")),
            thing(
                    "GET /api/v1/issues/{}/evidence",
                    holdings -> List.of(holdings.issue().path() + "/evidence")),
            thing(
                    "GET /api/v1/issues/{}/evidence/{}",
                    holdings -> List.of(holdings.issue().path() + "/evidence/" + holdings.evidence())),
            Map.entry(
                    "GET /api/v1/uploads/{}",
                    new Reading(Kind.OWN, holdings -> List.of("/api/v1/uploads/" + holdings.upload()))),
            list("GET /api/v1/supervisions", holdings -> List.of("/api/v1/supervisions?total=true")),
            thing(
                    "GET /api/v1/supervisions/{}",
                    holdings -> List.of(holdings.supervision().path())),
            list("GET /api/v1/source-item-proposals", holdings -> List.of("/api/v1/source-item-proposals?total=true")),
            thing(
                    "GET /api/v1/source-item-proposals/{}",
                    holdings -> List.of(holdings.proposal().path())),
            list("GET /api/v1/look-backs", holdings -> List.of("/api/v1/look-backs?total=true")),
            thing(
                    "GET /api/v1/look-backs/{}",
                    holdings -> List.of(holdings.lookBack().path())),
            thing(
                    "GET /api/v1/look-backs/{}/issues",
                    holdings -> List.of(holdings.lookBack().path() + "/issues")),
            Map.entry(
                    "GET /api/v1/look-backs/{}/population",
                    new Reading(
                            Kind.PROVINCE_WIDE,
                            holdings -> List.of(holdings.lookBack().path() + "/population"))),
            thing(
                    "GET /api/v1/issues/{}/evidence/{}/thumbnail",
                    holdings -> List.of(holdings.issue().path() + "/evidence/" + holdings.picture() + "/thumbnail")),
            list(
                    "GET /api/v1/obligations",
                    holdings -> List.of(
                            "/api/v1/obligations?total=true",
                            "/api/v1/obligations?total=true&region=" + holdings.city(),
                            "/api/v1/obligations?total=true&limit=200&code=TARGETED_TRAINING")),
            thing(
                    "GET /api/v1/obligations/{}",
                    holdings -> List.of(holdings.obligation().path())),
            audit("GET /api/v1/audit/{}", Kind.AUDIT, "?total=true&limit=200"),
            audit("GET /api/v1/audit/{}/personal-data-reads", Kind.AUDIT, "?total=true&limit=200"),
            audit("GET /api/v1/audit/{}/seals", Kind.SEALS, "?total=true"),
            list("GET /api/v1/board", holdings -> List.of("/api/v1/board?campaignId=" + holdings.campaign())),
            list(
                    "GET /api/v1/plans",
                    holdings ->
                            List.of("/api/v1/plans?total=true", "/api/v1/plans?total=true&region=" + holdings.city())),
            thing("GET /api/v1/plans/{}", holdings -> List.of(holdings.plan().path())),
            thing(
                    "GET /api/v1/plans/{}/history",
                    holdings -> List.of(holdings.plan().path() + "/history")),
            thing(
                    "GET /api/v1/plans/{}/submissions/{}",
                    holdings -> List.of(holdings.plan().path() + "/submissions/1")),
            list(
                    "GET /api/v1/training-sessions",
                    holdings -> List.of(
                            "/api/v1/training-sessions?total=true",
                            "/api/v1/training-sessions?total=true&region=" + holdings.city())),
            thing(
                    "GET /api/v1/training-sessions/{}",
                    holdings -> List.of(holdings.trainingSession().path())),
            list(
                    "GET /api/v1/reports",
                    holdings -> List.of(
                            "/api/v1/reports?total=true", "/api/v1/reports?total=true&region=" + holdings.city())),
            thing(
                    "GET /api/v1/reports/{}",
                    holdings -> List.of(holdings.report().path())),
            thing(
                    "GET /api/v1/reports/{}/history",
                    holdings -> List.of(holdings.report().path() + "/history")),
            thing(
                    "GET /api/v1/reports/{}/submissions",
                    holdings -> List.of(holdings.report().path() + "/submissions")),
            list(
                    "GET /api/v1/figures",
                    holdings -> List.of(
                            "/api/v1/figures?groupBy=REGION",
                            "/api/v1/figures?groupBy=CITY&campaignId=" + holdings.campaign(),
                            "/api/v1/figures?groupBy=REGION&city=" + holdings.city())),
            list(
                    "GET /api/v1/figures/comparison",
                    holdings -> List.of("/api/v1/figures/comparison?from=2021-10-01&to=2021-12-31&groupBy=REGION&city="
                            + holdings.city())),
            list("GET /api/v1/figures/rankings", holdings -> List.of("/api/v1/figures/rankings?total=true")),
            thing(
                    "GET /api/v1/figures/rankings/{}",
                    holdings -> List.of(holdings.ranking().path())),
            list("GET /api/v1/figures/trend", holdings -> List.of("/api/v1/figures/trend?city=" + holdings.city())),
            list(
                    "GET /api/v1/contacts",
                    holdings -> List.of(
                            "/api/v1/contacts?total=true", "/api/v1/contacts?total=true&region=" + holdings.city())),
            thing(
                    "GET /api/v1/contacts/{}",
                    holdings -> List.of(holdings.contact().path())),
            list("GET /api/v1/reminders", holdings -> List.of("/api/v1/reminders?total=true&limit=200")),
            list(
                    "GET /api/v1/reminders/rehearsal",
                    holdings -> List.of("/api/v1/reminders/rehearsal?from=2021-10-22&to=2021-12-31")),
            list(
                    "GET /api/v1/dispatches",
                    holdings -> List.of(
                            "/api/v1/dispatches?total=true&limit=200", "/api/v1/dispatches?total=true&status=SENT")),
            thing(
                    "GET /api/v1/dispatches/{}",
                    holdings -> List.of(holdings.dispatch().path())),
            open("GET /api/v1/campaigns", holdings -> List.of("/api/v1/campaigns?total=true")),
            open("GET /api/v1/campaigns/{}", holdings -> List.of("/api/v1/campaigns/" + holdings.campaign())),
            provinceOnly("GET /api/v1/campaign-drafts", holdings -> List.of("/api/v1/campaign-drafts")),
            provinceOnly(
                    "GET /api/v1/campaign-drafts/{}",
                    holdings -> List.of("/api/v1/campaign-drafts/" + holdings.campaignDraft())),
            provinceOnly(
                    "GET /api/v1/campaign-drafts/{}/text",
                    holdings -> List.of("/api/v1/campaign-drafts/" + holdings.campaignDraft() + "/text")),
            provinceOnly(
                    "GET /api/v1/campaign-drafts/{}/history",
                    holdings -> List.of("/api/v1/campaign-drafts/" + holdings.campaignDraft() + "/history")),
            provinceOnly(
                    "GET /api/v1/figures/ranking",
                    holdings -> List.of("/api/v1/figures/ranking?campaignId=" + holdings.campaign())));

    private static Map.Entry<String, Reading> audit(String operation, Kind kind, String question) {
        return Map.entry(operation, new Reading(kind, holdings -> Stream.of(
                        "issue-service", "plan-service", "report-service", "notification-service")
                .map(service -> operation.substring("GET ".length()).replace("{}", service) + question)
                .toList()));
    }

    private static Map.Entry<String, Reading> list(String operation, Function<Holdings, List<String>> paths) {
        return Map.entry(operation, new Reading(Kind.LIST, paths));
    }

    private static Map.Entry<String, Reading> thing(String operation, Function<Holdings, List<String>> paths) {
        return Map.entry(operation, new Reading(Kind.THING, paths));
    }

    private static Map.Entry<String, Reading> open(String operation, Function<Holdings, List<String>> paths) {
        return Map.entry(operation, new Reading(Kind.OPEN, paths));
    }

    private static Map.Entry<String, Reading> provinceOnly(String operation, Function<Holdings, List<String>> paths) {
        return Map.entry(operation, new Reading(Kind.PROVINCE_ONLY, paths));
    }
}
