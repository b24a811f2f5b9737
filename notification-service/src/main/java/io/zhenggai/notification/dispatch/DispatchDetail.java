package io.zhenggai.notification.dispatch;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A message with everything that proves it.
 *
 * @param text as it was or will be sent
 * @param items what it names, in its order
 * @param attemptRecords every attempt, the first first
 */
record DispatchDetail(
        @JsonUnwrapped DispatchView dispatch, String text, List<ItemView> items, List<AttemptView> attemptRecords) {

    DispatchDetail {
        items = List.copyOf(items);
        attemptRecords = List.copyOf(attemptRecords);
    }
}
