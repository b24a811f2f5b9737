package io.zhenggai.gateway.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhenggai.gateway.GatewaySettings;
import io.zhenggai.gateway.document.Representation;

/** The contract as it is served here: that of the repository, with the addresses of this installation. */
final class Contract {

    private static final String LOGIN = "login";

    private final Representation json;
    private final Representation yaml;

    /**
     * @param published the contract of the repository, YAML
     * @param publicUrl the server to name
     * @param login where a browser signs in
     */
    Contract(String published, String publicUrl, GatewaySettings.Login login) {
        ObjectNode contract = Tree.read(published);
        contract.putArray("servers").addObject().put("url", publicUrl);
        ObjectNode schemes = contract.withObject("/components").withObject("/securitySchemes");
        ObjectNode scheme = schemes.putObject(LOGIN)
                .put("type", "oauth2")
                .put("description", "通过统一身份认证登录（授权码 + PKCE）。Sign in with the OpenID Connect provider.");
        scheme.putObject("flows")
                .putObject("authorizationCode")
                .put("authorizationUrl", login.authorizationUrl().toString())
                .put("tokenUrl", login.tokenUrl().toString())
                .putObject("scopes")
                .put("openid", "身份标识 / identity");
        // Alternatives: sign in, or bring a token.
        contract.putArray("security").addObject().putArray(LOGIN);
        contract.withArray("/security").addObject().putArray(ContractFrame.TOKEN);
        ObjectNode sorted = ContractOrder.sorted(contract);
        this.json = Representation.of("application/json", Tree.json(sorted));
        this.yaml = Representation.of("application/yaml", Tree.yaml(sorted));
    }

    Representation json() {
        return json;
    }

    Representation yaml() {
        return yaml;
    }
}
