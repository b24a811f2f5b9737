package io.zhenggai.issue.lookback;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Chance as a bean. */
@Singleton
class LookBackBeans {

    private static final int BYTES = 16;

    @Produces
    @Singleton
    Seeds seeds() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] seed = new byte[BYTES];
            random.nextBytes(seed);
            return HexFormat.of().formatHex(seed);
        };
    }
}
