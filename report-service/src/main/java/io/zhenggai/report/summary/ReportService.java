package io.zhenggai.report.summary;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.event.Arrivals;
import io.zhenggai.kit.event.outbox.Outbox;
import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.history.Aggregate;
import io.zhenggai.kit.history.ContentDigest;
import io.zhenggai.kit.history.Deed;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.history.HistoryEntry;
import io.zhenggai.kit.http.EntityTags;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.json.FieldChanges;
import io.zhenggai.kit.json.FieldChanges.Change;
import io.zhenggai.kit.json.StoredJson;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.region.Regions;
import io.zhenggai.report.campaign.Campaigns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The changes of a report, each in one transaction with its history entry and its event. */
@ApplicationScoped
public class ReportService {

    private static final int RESPITE_WORKING_DAYS = 3;

    private final ReportRepository reports;
    private final FiledReports filed;
    private final History history;
    private final ReportViews views;
    private final Campaigns campaigns;
    private final Arrivals arrivals;
    private final Regions regions;
    private final WorkingCalendar calendar;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    ReportService(
            ReportRepository reports,
            FiledReports filed,
            History history,
            ReportViews views,
            Campaigns campaigns,
            Arrivals arrivals,
            Regions regions,
            WorkingCalendar calendar,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.reports = reports;
        this.filed = filed;
        this.history = history;
        this.views = views;
        this.campaigns = campaigns;
        this.arrivals = arrivals;
        this.regions = regions;
        this.calendar = calendar;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Waits, before the transaction, for a campaign that may just have been published.
     *
     * @throws Refusal 403 for who is no regional office; 422 when there is no such campaign
     */
    void awaitCampaign(Caller caller, UUID campaignId) {
        if (regions.offices().stream().noneMatch(office -> office.code().value().equals(caller.region()))) {
            throw new Refusal(
                    ProblemType.FORBIDDEN,
                    "总结报告由省辖市、济源示范区工改办起草报送。",
                    "A summary report is drafted by the office of a city.");
        }
        arrivals.await(() -> campaigns.find(campaignId))
                .orElseThrow(() ->
                        Refusal.unprocessable("campaignId", "没有这一整改行动，或尚未发布", "no campaign of this id is published"));
    }

    /**
     * Drafts the report of the caller's own office, of whose campaign {@link #awaitCampaign} knows. Three statements (report, outbox,
     * history) and those of the view.
     *
     * @throws Refusal 409 when there is a report of this office and campaign
     */
    @Transactional
    ReportView draft(Caller caller, NewReport from) {
        Report report = new Report(ids.next(), from.campaignId(), caller.region(), from.content());
        Act act = Act.of(caller, clock.instant());
        // The event takes its version from the report before that is stored.
        var event = ReportEvents.of(report, ReportEvents.DRAFTED, act.at());
        if (!reports.add(report)) {
            throw new Refusal(
                    ProblemType.CONFLICT,
                    "本地区在该整改行动中已有总结报告，请在原报告上修改。",
                    "There is a report of this office and campaign already; revise that one.");
        }
        outbox.append(List.of(event));
        record(report, "DRAFT", act, FieldChanges.between(null, report.fields()));
        return views.view(report);
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    ReportView find(Caller caller, UUID id) {
        return views.view(found(caller, id));
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    List<HistoryEntry> history(Caller caller, UUID id) {
        return history.of(ReportEvents.AGGREGATE_TYPE, found(caller, id).id());
    }

    /** @throws Refusal 404 when it is not there for this caller */
    @Transactional
    List<FiledReport> submissions(Caller caller, UUID id) {
        return filed.of(found(caller, id).id());
    }

    @Transactional
    Page<ListedReport> list(Caller caller, ReportFilter filter, PageRequest page) {
        return views.listed(caller.scope(), reports.list(caller.scope(), filter, page));
    }

    @Transactional
    ReportView revise(Caller caller, UUID id, @Nullable String ifMatch, ReportContent content) {
        Report report = locked(caller, id, ifMatch);
        Act act = Act.of(caller, clock.instant());
        change(report, "REVISE", act, ReportEvents.REVISED, revised -> revised.revise(content));
        return views.view(report);
    }

    /**
     * Submits the report and freezes its figures: nine statements (lock, three of figures, outbox, report, history,
     * submission, deadline).
     */
    @Transactional
    ReportView submit(Caller caller, UUID id, @Nullable String ifMatch, ReportSubmission submission) {
        Report report = locked(caller, id, ifMatch);
        Act act = Act.of(caller, clock.instant());
        Map<String, Change> changes =
                done(report, act, ReportEvents.SUBMITTED, submitted -> submitted.submit(submission, caller, act.at()));
        JsonNode figures = views.freeze(report);
        filed.add(report, caller, figures);
        changes.put("figures", Change.added(ContentDigest.of(StoredJson.write(figures))));
        record(report, "SUBMIT", act, changes);
        return views.frozen(report, figures);
    }

    @Transactional
    ReportView giveBack(Caller caller, UUID id, @Nullable String ifMatch, ReportReturn back) {
        Report report = locked(caller, id, ifMatch);
        String reasons = back.reasons().stream()
                .map(reason -> reason.part().chinese() + "：" + reason.reason())
                .collect(Collectors.joining("\n"));
        Act act = Act.of(caller, clock.instant(), reasons);
        LocalDate respite = calendar.plusWorkingDays(BusinessTime.dateOf(act.at()), RESPITE_WORKING_DAYS);
        change(
                report,
                "RETURN",
                act,
                ReportEvents.RETURNED,
                returned -> returned.giveBack(back, respite, caller, act.at()));
        return views.view(report);
    }

    @Transactional
    ReportView accept(Caller caller, UUID id, @Nullable String ifMatch, ReportAcceptance acceptance) {
        Report report = locked(caller, id, ifMatch);
        Act act = Act.of(caller, clock.instant(), acceptance.opinion());
        change(report, "ACCEPT", act, ReportEvents.ACCEPTED, accepted -> accepted.accept(acceptance, caller, act.at()));
        return views.view(report);
    }

    private void change(Report report, String action, Act act, String type, Consumer<Report> intent) {
        record(report, action, act, done(report, act, type, intent));
    }

    /** @return what differs now */
    private Map<String, Change> done(Report report, Act act, String type, Consumer<Report> intent) {
        ReportFields before = report.fields();
        intent.accept(report);
        outbox.append(List.of(ReportEvents.of(report, type, act.at())));
        reports.flush();
        return FieldChanges.between(before, report.fields());
    }

    private void record(Report report, String action, Act act, Map<String, Change> changes) {
        Aggregate aggregate = Aggregate.of(
                ReportEvents.AGGREGATE_TYPE, report.id(), report.fields().region());
        history.add(new Deed(aggregate, report.version(), action, act, changes));
    }

    private Report locked(Caller caller, UUID id, @Nullable String ifMatch) {
        Report report = reports.lock(caller.scope(), id).orElseThrow(ReportService::notFound);
        EntityTags.requireMatch(ifMatch, report.version());
        return report;
    }

    private Report found(Caller caller, UUID id) {
        return reports.find(caller.scope(), id).orElseThrow(ReportService::notFound);
    }

    private static Refusal notFound() {
        return Refusal.notFound("总结报告", "report");
    }
}
