package io.zhenggai.plan.draft;

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
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.region.Regions;
import io.zhenggai.plan.campaign.CampaignService;
import io.zhenggai.plan.campaign.CampaignView;
import io.zhenggai.plan.notice.NoticeReader;
import io.zhenggai.plan.notice.NoticeReading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The life of a draft, each change in one transaction with its history entry. */
@ApplicationScoped
public class DraftService {

    private static final String AGGREGATE_TYPE = "campaign-draft";
    private static final String CREATE = "CREATE";
    private static final String CORRECT = "CORRECT";
    private static final String PUBLISH = "PUBLISH";

    private final DraftRepository drafts;
    private final DraftTexts texts;
    private final History history;
    private final CampaignService campaigns;
    private final NoticeReader reader;
    private final Ids ids;
    private final Clock clock;

    DraftService(
            DraftRepository drafts,
            DraftTexts texts,
            History history,
            CampaignService campaigns,
            Regions regions,
            Ids ids,
            Clock clock) {
        this.drafts = drafts;
        this.texts = texts;
        this.history = history;
        this.campaigns = campaigns;
        this.reader = new NoticeReader(regions);
        this.ids = ids;
        this.clock = clock;
    }

    /** Reads a notice. Before the transaction: it takes time and no connection. */
    NoticeReading read(String text) {
        return reader.read(text);
    }

    /** Stores a draft of what was read: three statements. */
    @Transactional
    DraftView create(Caller caller, String text, NoticeReading reading) {
        Instant now = clock.instant();
        CampaignDraft draft = new CampaignDraft(ids.next(), reading, caller, now);
        drafts.persistAndFlush(draft);
        texts.add(draft.id(), text);
        Map<String, Change> changes = FieldChanges.between(null, DraftState.of(draft));
        changes.put("text", Change.added(ContentDigest.of(text)));
        record(draft, CREATE, Act.of(caller, now), changes);
        return view(draft, false);
    }

    @Transactional
    DraftView find(Caller caller, UUID id) {
        return view(found(drafts.find(caller.scope(), id)), isCorrected(id));
    }

    @Transactional
    Page<DraftFields> list(Caller caller, Optional<DraftStatus> status, PageRequest page) {
        return drafts.list(caller.scope(), status, page);
    }

    /** @return the text as received */
    @Transactional
    String text(Caller caller, UUID id) {
        return texts.of(found(drafts.find(caller.scope(), id)).id());
    }

    @Transactional
    List<HistoryEntry> history(Caller caller, UUID id) {
        return history.of(AGGREGATE_TYPE, found(drafts.find(caller.scope(), id)).id());
    }

    /** Replaces the content: three statements. */
    @Transactional
    DraftView correct(Caller caller, UUID id, @Nullable String ifMatch, DraftContent content) {
        CampaignDraft draft = locked(caller, id, ifMatch);
        DraftState before = DraftState.of(draft);
        Instant now = clock.instant();
        draft.correct(content, caller, now);
        record(draft, CORRECT, Act.of(caller, now), before);
        return view(draft, true);
    }

    /**
     * Publishes the draft as it stands: the campaign, what its phases demand, and their events, in this transaction.
     *
     * @throws Refusal 422 naming everything that is missing or contradictory; 409 naming the campaign when this draft, or another
     *     notice of the same document number, is published already
     */
    @Transactional
    CampaignView publish(Caller caller, UUID id, @Nullable String ifMatch) {
        CampaignDraft draft = locked(caller, id, ifMatch);
        draft.refuseOncePublished();
        List<Violation> broken = violations(draft, isCorrected(id));
        if (!broken.isEmpty()) {
            throw Refusal.unprocessable(broken);
        }
        DraftState before = DraftState.of(draft);
        CampaignView campaign = campaigns.publish(caller, draft.content().campaign());
        draft.publish(campaign.id(), caller, campaign.publishedAt());
        record(draft, PUBLISH, Act.of(caller, campaign.publishedAt()), before);
        return campaign;
    }

    private void record(CampaignDraft draft, String action, Act act, DraftState before) {
        drafts.flush();
        record(draft, action, act, FieldChanges.between(before, DraftState.of(draft)));
    }

    private void record(CampaignDraft draft, String action, Act act, Map<String, Change> changes) {
        Aggregate aggregate = Aggregate.of(AGGREGATE_TYPE, draft.id(), draft.region());
        history.add(new Deed(aggregate, draft.version(), action, act, changes));
    }

    /**
     * Whether a person has saved the draft since it was read, corrected or as it was. Not by the version: while the business clock stands
     * still, saving a draft as it is leaves that alone.
     */
    private boolean isCorrected(UUID id) {
        return history.contains(AGGREGATE_TYPE, id, CORRECT);
    }

    private CampaignDraft locked(Caller caller, UUID id, @Nullable String ifMatch) {
        CampaignDraft draft = found(drafts.lock(caller.scope(), id));
        EntityTags.requireMatch(ifMatch, draft.version());
        return draft;
    }

    /** @param looked whether a person has saved the draft since it was read */
    private List<Violation> violations(CampaignDraft draft, boolean looked) {
        DraftContent content = draft.content();
        return DraftRules.check(content, looked, campaigns.violations(content.campaign()));
    }

    private DraftView view(CampaignDraft draft, boolean looked) {
        boolean open = draft.fields().status() == DraftStatus.OPEN;
        List<DraftView.Obstacle> obstacles = open
                ? violations(draft, looked).stream()
                        .map(violation -> new DraftView.Obstacle(violation.field(), violation.message()))
                        .toList()
                : List.of();
        return new DraftView(draft.fields(), draft.content(), DraftView.corrections(draft), obstacles, draft.reading());
    }

    private static CampaignDraft found(Optional<CampaignDraft> draft) {
        return draft.orElseThrow(() -> Refusal.notFound("草稿", "draft"));
    }
}
