package io.zhenggai.plan.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of drafts, for the published contract: there the kit's {@link io.zhenggai.kit.paging.Page} has no type of its rows.
 *
 * @param items the newest first
 * @param next the cursor of the page behind it; absent on the last page
 * @param total how many there are in all; only when asked for
 */
record DraftPage(
        List<DraftFields> items,
        @Nullable String next,
        @Nullable Long total) {}
