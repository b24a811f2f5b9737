package io.zhenggai.issue.feed;

import io.zhenggai.kit.event.feed.EventFeed;
import io.zhenggai.kit.event.feed.FedEvent;
import io.zhenggai.kit.paging.Cursor;
import io.zhenggai.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads on where a system has stopped. One statement. */
@ApplicationScoped
class IssueFeedService {

    private static final String AGGREGATE_TYPE = "issue";
    private static final String QUESTION = "changes of issues";

    private final EventFeed feed;

    IssueFeedService(EventFeed feed) {
        this.feed = feed;
    }

    @Transactional
    IssueChangePage behind(PageRequest page) {
        long start = page.cursor()
                .map(text -> Cursor.decoded(text, QUESTION, 1).number(0))
                .orElse(0L);
        List<FedEvent> events = feed.behind(AGGREGATE_TYPE, start, page.limit());
        long end = events.isEmpty() ? start : events.get(events.size() - 1).position();
        Cursor next = new Cursor(List.of(Long.toString(end)), QUESTION);
        return new IssueChangePage(events.stream().map(IssueChange::of).toList(), next.encoded());
    }
}
