package io.zhenggai.notification.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How messages are handed to the mail server. */
@ConfigMapping(prefix = "zhenggai.dispatch")
public interface DispatchSettings {

    /**
     * @return how long a message belongs to the process that sends it, by the database's clock; not shorter than the longest
     *     that handing it over can take, or another process would send it meanwhile
     */
    @WithDefault("90S")
    Duration lease();

    /** @return the rest before the second try; doubled with each further one */
    @WithDefault("1S")
    Duration firstRest();

    /** @return the longest rest between two tries */
    @WithDefault("5M")
    Duration longestRest();

    /** @return the rest before the next try, after that many */
    default Duration restAfter(int attempts) {
        int doublings = Math.min(attempts - 1, 16);
        Duration rest = firstRest().multipliedBy(1L << doublings);
        return rest.compareTo(longestRest()) < 0 ? rest : longestRest();
    }
}
