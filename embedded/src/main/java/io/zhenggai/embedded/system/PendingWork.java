package io.zhenggai.embedded.system;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;

/**
 * What a service still has to do by itself.
 *
 * @param outbox events that are not in Kafka yet
 * @param lag events in Kafka that it has not consumed yet
 * @param due what its business clock says must be done and is not
 * @param deadLetters events that it could not consume; they stay until somebody decides
 */
public record PendingWork(long outbox, long lag, long due, long deadLetters) {

    static PendingWork parse(String json) {
        try {
            Map<String, Object> object = JSONObjectUtils.parse(json);
            return new PendingWork(
                    JSONObjectUtils.getLong(object, "outbox"),
                    JSONObjectUtils.getLong(object, "lag"),
                    JSONObjectUtils.getLong(object, "due"),
                    JSONObjectUtils.getLong(object, "deadLetters"));
        } catch (ParseException e) {
            throw new IllegalArgumentException("not an answer about pending work: " + json, e);
        }
    }

    boolean isNothing() {
        return outbox == 0 && lag == 0 && due == 0 && deadLetters == 0;
    }
}
