package io.zhenggai.gateway.identity;

/** What the first look at a caller's token says. */
public enum Admission {
    /** The token is good. */
    ADMITTED,
    /** There is none. */
    NO_TOKEN,
    /** It is malformed, expired, of another issuer, for another audience, or not signed by the issuer. */
    BAD_TOKEN,
    /** It cannot be judged: the provider's keys are not known and cannot be had. */
    PROVIDER_UNAVAILABLE
}
