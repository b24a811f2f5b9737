package io.zhenggai.kit.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What the provider calls the claims of a token, at its top level. The roles stand where {@code quarkus.oidc.roles.role-claim-path}
 * says.
 */
@ConfigMapping(prefix = "zhenggai.claims")
public interface ClaimNames {

    /** @return the claim that tells one person or machine client from all others, for ever */
    @WithDefault("sub")
    String person();

    /** @return the claim with the name as the person signs */
    @WithDefault("name")
    String name();

    /** @return the claim with the region's six-digit code */
    @WithDefault("region")
    String region();

    /** @return the claim with the department's, member unit's or machine client's name */
    @WithDefault("unit")
    String unit();

    /** @return the claim with the scopes of a machine client, separated by spaces (RFC 6749, section 3.3) */
    @WithDefault("scope")
    String scopes();
}
