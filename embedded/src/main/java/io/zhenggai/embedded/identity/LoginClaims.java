package io.zhenggai.embedded.identity;

import com.nimbusds.jose.util.JSONObjectUtils;

/** The claims of an account as the login form of the issuer takes them. */
final class LoginClaims {

    private LoginClaims() {}

    static String json(DemonstrationAccount account) {
        return JSONObjectUtils.toJSONString(account.claims());
    }
}
