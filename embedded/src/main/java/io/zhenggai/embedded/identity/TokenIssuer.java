package io.zhenggai.embedded.identity;

import com.nimbusds.jose.jwk.RSAKey;
import io.zhenggai.embedded.process.LoopbackPorts;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An OpenID Connect issuer on 127.0.0.1 that knows the demonstration accounts and asks nobody for a password.
 *
 * <p>Flows: authorization code with PKCE through a login page, password grant ({@code username} = account, any password),
 * client credentials ({@code client_id} = account, any secret). The signing key is new in each process and lives as long.
 */
public final class TokenIssuer implements AutoCloseable {

    static final String ISSUER_ID = "zhenggai";

    private final MockWebServerWrapper server;
    private final TokenMint mint;
    private final String issuerUrl;

    private TokenIssuer(MockWebServerWrapper server, TokenMint mint, String issuerUrl) {
        this.server = server;
        this.mint = mint;
        this.issuerUrl = issuerUrl;
    }

    /** Starts the issuer on the port of 127.0.0.1 and returns when it serves; tokens tell the time of the clock. */
    public static TokenIssuer start(int port, Clock clock) {
        String issuerUrl = "http://" + LoopbackPorts.HOST + ":" + port + "/" + ISSUER_ID;
        RSAKey key = TokenMint.newKey(ISSUER_ID);
        MockWebServerWrapper server = new MockWebServerWrapper();
        OAuth2Config config = new OAuth2Config(
                true,
                null,
                null,
                false,
                new OAuth2TokenProvider(new KeyProvider(List.of(key), "RS256"), clock::instant),
                Set.of(new AccountClaims()),
                server);
        server.start(loopback(), port, new IssuerRoutes(new OAuth2HttpRequestHandler(config).getAuthorizationServer()));
        return new TokenIssuer(server, new TokenMint(issuerUrl, key, clock), issuerUrl);
    }

    /** What services are configured with, such as {@code http://127.0.0.1:8090/zhenggai}. */
    public String issuerUrl() {
        return issuerUrl;
    }

    /**
     * A bearer token that is good for one hour.
     *
     * @throws UnknownAccountException when there is no such account
     */
    public String token(String account) {
        return mint.token(DemonstrationAccount.parse(account));
    }

    public TokenMint mint() {
        return mint;
    }

    @Override
    public void close() {
        server.stop();
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByName(LoopbackPorts.HOST);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address in digits is never looked up", e);
        }
    }
}
