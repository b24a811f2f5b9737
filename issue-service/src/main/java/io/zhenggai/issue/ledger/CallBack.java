package io.zhenggai.issue.ledger;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 回访.
 *
 * @param result what the complainant said
 * @param calledBackOn on which day, not in the future and not before the source's date; today where nothing is said
 */
record CallBack(@NotNull CallBackResult result, @Nullable LocalDate calledBackOn) {}
