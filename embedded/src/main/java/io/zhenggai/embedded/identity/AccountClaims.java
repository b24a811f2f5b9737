package io.zhenggai.embedded.identity;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/** What the issuer writes into the tokens of its token endpoint. */
final class AccountClaims implements OAuth2TokenCallback {

    @Override
    public String issuerId() {
        return TokenIssuer.ISSUER_ID;
    }

    @Override
    public String subject(TokenRequest request) {
        return accountOf(request);
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(TokenMint.AUDIENCE);
    }

    /** After the login page the claims come with the login, which has checked the account. */
    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        GrantType grant = request.getAuthorizationGrant().getType();
        if (grant.equals(GrantType.AUTHORIZATION_CODE) || grant.equals(GrantType.REFRESH_TOKEN)) {
            return Map.of();
        }
        try {
            return DemonstrationAccount.parse(accountOf(request)).claims();
        } catch (UnknownAccountException e) {
            // RFC 6749, section 5.2: a description is ASCII without quotation mark and backslash.
            String description = e.getMessage().replace('"', '\'').replaceAll("[^ -~]|\\\\", "?");
            throw new OAuth2Exception(OAuth2Error.INVALID_GRANT.setDescription(description), description, e);
        }
    }

    @Override
    public long tokenExpiry() {
        return TokenMint.LIFETIME.toSeconds();
    }

    private static String accountOf(TokenRequest request) {
        if (request.getAuthorizationGrant() instanceof ResourceOwnerPasswordCredentialsGrant password) {
            return password.getUsername();
        }
        return request.getClientAuthentication() == null
                ? request.getClientID().getValue()
                : request.getClientAuthentication().getClientID().getValue();
    }
}
