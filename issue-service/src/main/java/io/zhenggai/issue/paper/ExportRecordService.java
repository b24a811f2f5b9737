package io.zhenggai.issue.paper;

import io.zhenggai.kit.history.Act;
import io.zhenggai.kit.history.Aggregate;
import io.zhenggai.kit.history.Deed;
import io.zhenggai.kit.history.History;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.json.FieldChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;

/** Puts on record what left the system as a file. */
@ApplicationScoped
public class ExportRecordService {

    private static final String AGGREGATE_TYPE = "issue-export";

    private final History history;
    private final Ids ids;
    private final Clock clock;

    ExportRecordService(History history, Ids ids, Clock clock) {
        this.history = history;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One statement, in a transaction of its own that is committed before anything leaves: what cannot be put on record does not leave, and
     * what breaks off halfway is on record.
     *
     * @param action in UPPER_SNAKE
     * @param export what left: a record without personal data
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void note(Caller caller, String action, Object export) {
        String city = caller.scope().city().orElse(RegionScope.PROVINCE_CODE);
        Aggregate aggregate = new Aggregate(AGGREGATE_TYPE, ids.next(), city, caller.region());
        Act act = Act.of(caller, clock.instant());
        history.add(new Deed(aggregate, 1, action, act, FieldChanges.between(null, export)));
    }
}
