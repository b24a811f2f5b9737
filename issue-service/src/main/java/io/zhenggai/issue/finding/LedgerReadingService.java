package io.zhenggai.issue.finding;

import io.zhenggai.issue.ledger.LedgerLine;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.function.Consumer;

/** Reads all that a list would show, page after page, for who makes a paper of it; within the transaction of that. */
@ApplicationScoped
public class LedgerReadingService {

    private final LedgerLines lines;
    private final Clock clock;

    LedgerReadingService(LedgerLines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * One statement.
     *
     * @return how many lines the caller may read there, counted up to one more than the most
     */
    @Transactional(TxType.MANDATORY)
    public int count(Caller caller, IssueFilter filter, int most) {
        return lines.count(caller, filter, BusinessTime.today(clock), most);
    }

    /**
     * One statement, whatever the number of lines; a few hundred of them are in memory at a time.
     *
     * @param reader is given each line: city by city, in the order in which they were registered
     */
    @Transactional(TxType.MANDATORY)
    public void read(Caller caller, IssueFilter filter, Consumer<LedgerLine> reader) {
        lines.read(caller, filter, BusinessTime.today(clock), reader);
    }
}
