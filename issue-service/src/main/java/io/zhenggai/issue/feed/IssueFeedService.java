package io.zhenggai.issue.feed;

import io.zhenggai.issue.ledger.IssueService;
import io.zhenggai.issue.ledger.IssueStanding;
import io.zhenggai.kit.event.feed.EventFeed;
import io.zhenggai.kit.event.feed.FedEvent;
import io.zhenggai.kit.id.Ids;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads on where a system has stopped: one statement for changes, three for issues as they stand, one more at the beginning of a copy. */
@ApplicationScoped
class IssueFeedService {

    private static final String AGGREGATE_TYPE = "issue";

    private final EventFeed feed;
    private final IssueService issues;
    private final Ids ids;

    IssueFeedService(EventFeed feed, IssueService issues, Ids ids) {
        this.feed = feed;
        this.issues = issues;
        this.ids = ids;
    }

    /** @param copy whether who begins wants every issue as it stands first */
    @Transactional
    IssueChangePage behind(PageRequest page, boolean copy) {
        FeedPlace place = page.cursor().map(FeedPlace::of).orElseGet(() -> beginning(copy));
        return place.isCopying() ? copied(place, page.limit()) : changes(place, page.limit());
    }

    private FeedPlace beginning(boolean copy) {
        return copy ? FeedPlace.beforeCopy(feed.last(AGGREGATE_TYPE)) : FeedPlace.BEGINNING;
    }

    /**
     * Whatever was fed by the beginning was committed before any page of the copy is read, and stands in it; whatever is fed later is read
     * behind the copy, once more where it stands in it already.
     */
    private IssueChangePage copied(FeedPlace place, int limit) {
        List<IssueStanding> standing = issues.asTheyStand(RegionScope.province(), place.copied(), limit);
        FeedPlace next = standing.size() < limit
                ? place.copiedAll()
                : place.copiedUpTo(standing.get(limit - 1).issue().id());
        return new IssueChangePage(
                standing.stream().map(one -> IssueChange.of(one, ids.next())).toList(), next.cursor());
    }

    private IssueChangePage changes(FeedPlace place, int limit) {
        List<FedEvent> events = feed.behind(AGGREGATE_TYPE, place.position(), limit);
        FeedPlace next = events.isEmpty()
                ? place
                : place.readUpTo(events.get(events.size() - 1).position());
        return new IssueChangePage(events.stream().map(IssueChange::of).toList(), next.cursor());
    }
}
