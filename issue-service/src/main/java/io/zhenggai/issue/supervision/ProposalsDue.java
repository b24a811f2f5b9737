package io.zhenggai.issue.supervision;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.event.PendingWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The run of the day that the clock has come to. One statement. */
@ApplicationScoped
class ProposalsDue implements PendingWork {

    private final ProposalRun run;
    private final Clock clock;

    ProposalsDue(ProposalRun run, Clock clock) {
        this.run = run;
        this.clock = clock;
    }

    @Override
    public long due() {
        return run.isNeeded(BusinessTime.today(clock)) ? 1 : 0;
    }
}
