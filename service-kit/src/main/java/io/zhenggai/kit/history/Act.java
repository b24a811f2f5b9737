package io.zhenggai.kit.history;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.identity.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who acts, by which way, when and why.
 *
 * @param at by the business clock
 * @param reason in the words of who acts; of what follows something, what that was
 */
public record Act(Caller by, Channel channel, Instant at, Optional<String> reason) {

    private static final Caller NOBODY =
            new Caller("zhenggai", "系统自动办理", Role.SYSTEM, RegionScope.PROVINCE_CODE, Optional.of("zhenggai"), Set.of());

    /** @return what is done because something was told, at its moment; the cause names that */
    public static Act following(String cause, Instant at) {
        return new Act(NOBODY, Channel.EVENT, at, Optional.of(cause));
    }

    /** @return a single call, for which no reason is given */
    public static Act of(Caller by, Instant at) {
        return new Act(by, Channel.API, at, Optional.empty());
    }

    /** @return a single call with its reason */
    public static Act of(Caller by, Instant at, String reason) {
        return new Act(by, Channel.API, at, Optional.of(reason));
    }
}
