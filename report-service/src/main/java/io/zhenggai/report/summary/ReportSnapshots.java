package io.zhenggai.report.summary;

import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.kit.event.republish.SnapshotRange;
import io.zhenggai.kit.event.republish.SnapshotSource;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.identity.RegionScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reports told again, by two statements for any number of them. */
@ApplicationScoped
class ReportSnapshots implements SnapshotSource {

    private final ReportRepository reports;
    private final History history;

    ReportSnapshots(ReportRepository reports, History history) {
        this.reports = reports;
        this.history = history;
    }

    @Override
    public String aggregateType() {
        return ReportEvents.AGGREGATE_TYPE;
    }

    @Override
    public List<NewEvent> read(SnapshotRange range) {
        List<Report> locked = reports.lock(RegionScope.province(), range);
        // Behind the locks: every change that is committed by now has its entry.
        Map<UUID, Instant> changed = history.lastChanges(
                ReportEvents.AGGREGATE_TYPE, locked.stream().map(Report::id).toList());
        return locked.stream()
                .map(report -> ReportEvents.snapshot(report, changed.get(report.id())))
                .toList();
    }
}
