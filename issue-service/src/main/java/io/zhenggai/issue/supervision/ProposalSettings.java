package io.zhenggai.issue.supervision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of what is proposed by rule. */
@ConfigMapping(prefix = "zhenggai.supervision")
public interface ProposalSettings {

    /** @return how many steps are proposed in one day at the most; the rest waits for the next day */
    @WithDefault("1000")
    int proposalsPerDay();
}
