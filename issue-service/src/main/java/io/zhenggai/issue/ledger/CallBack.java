package io.zhenggai.issue.ledger;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 回访.
 *
 * @param result what the complainant said
 * @param calledBackOn on which day, not in the future, not before the source's date nor before the day on which
 *     the rectification at hand started, or came back; today where nothing is said
 */
record CallBack(@NotNull CallBackResult result, @Nullable LocalDate calledBackOn) {}
