package io.zhenggai.plan.obligation;

import io.zhenggai.kit.calendar.WorkingCalendar;
import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.EventHandler;
import io.zhenggai.kit.history.Act;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets the obligation of the summary report follow the report of the office. */
@ApplicationScoped
class ReportEventHandler implements EventHandler {

    private final ObligationService obligations;
    private final ReportFilings filings;

    ReportEventHandler(ObligationService obligations, WorkingCalendar calendar) {
        this.obligations = obligations;
        this.filings = new ReportFilings(calendar);
    }

    @Override
    public String aggregateType() {
        return "report";
    }

    @Override
    public boolean reads(String type) {
        return type.startsWith("report.") && type.endsWith(".v1");
    }

    @Override
    public void on(Event event) {
        ReportState state = event.state(ReportState.class);
        filings.of(state)
                .ifPresent(filing -> obligations.follow(
                        state.campaignId(),
                        ObligationCode.SUMMARY_REPORT,
                        state.region(),
                        filing,
                        Act.following(
                                event.type() + " " + event.aggregateId() + " " + event.aggregateVersion(),
                                event.occurredAt())));
    }
}
