package io.zhenggai.report.office;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.report.figures.FiguresService;
import io.zhenggai.report.filing.Plans;
import io.zhenggai.report.training.Trainings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Counts an office's campaign as it stands now. */
@ApplicationScoped
public class OfficeFiguresService {

    private final FiguresService ledgers;
    private final Plans plans;
    private final Trainings trainings;
    private final Clock clock;

    OfficeFiguresService(FiguresService ledgers, Plans plans, Trainings trainings, Clock clock) {
        this.ledgers = ledgers;
        this.plans = plans;
        this.trainings = trainings;
        this.clock = clock;
    }

    /**
     * Three statements, each of one moment of its topics.
     *
     * @param region the office's
     */
    @Transactional
    public OfficeFigures count(String region, UUID campaignId) {
        Instant now = clock.instant();
        LocalDate today = BusinessTime.dateOf(now);
        RegionScope office = RegionScope.city(region);
        return new OfficeFigures(
                now,
                today,
                ledgers.ledger(office, campaignId, today),
                plans.figures(office, campaignId, today),
                trainings.figures(office, campaignId, today));
    }
}
