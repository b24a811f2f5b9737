package io.zhenggai.plan.obligation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of obligations, for the published contract: there the kit's {@link io.zhenggai.kit.paging.Page} has no type of its rows.
 *
 * @param items in the order in which they were opened
 * @param next the cursor of the page behind it; absent on the last page
 * @param total how many there are in all; only when asked for
 */
record ObligationPage(
        List<ObligationView> items,
        @Nullable String next,
        @Nullable Long total) {}
