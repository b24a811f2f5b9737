package io.zhenggai.report.summary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of reports, for the published contract: there the kit's {@link io.zhenggai.kit.paging.Page} has no type of its rows.
 *
 * @param items the reports, the newest first
 * @param next the cursor of the page behind it; absent on the last page
 * @param total how many there are in all; only when asked for
 */
record ReportPage(
        List<ListedReport> items,
        @Nullable String next,
        @Nullable Long total) {}
