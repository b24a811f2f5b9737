package io.zhenggai.issue.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of issues, for the published contract: there the kit's {@link io.zhenggai.kit.paging.Page} has no type of its rows.
 *
 * @param items the newest first, without where they were found
 * @param next the cursor of the page behind it; absent on the last page
 * @param total how many there are in all; only when asked for
 */
record IssuePage(
        List<IssueView> items,
        @Nullable String next,
        @Nullable Long total) {}
