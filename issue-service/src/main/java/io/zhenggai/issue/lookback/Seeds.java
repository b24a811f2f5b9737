package io.zhenggai.issue.lookback;

/** Gives out seeds by chance; a constructor parameter, so that tests know them. */
@FunctionalInterface
interface Seeds {

    /** @return 32 characters that nobody could have foreseen */
    String next();
}
