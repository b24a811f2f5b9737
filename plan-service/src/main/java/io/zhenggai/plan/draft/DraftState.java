package io.zhenggai.plan.draft;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a draft holds at one moment; compared field by field for the history. */
record DraftState(DraftStatus status, @Nullable UUID campaignId, DraftContent content) {

    static DraftState of(CampaignDraft draft) {
        DraftFields fields = draft.fields();
        return new DraftState(fields.status(), fields.campaignId(), draft.content());
    }
}
