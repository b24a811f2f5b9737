package io.zhenggai.embedded.identity;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kotlin.jvm.functions.Function1;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import okhttp3.Headers;

/** The issuer's own routes, with our login page in place of theirs and no other issuer beside ours. */
final class IssuerRoutes implements Function1<OAuth2HttpRequest, OAuth2HttpResponse> {

    private static final String ROOT = "/" + TokenIssuer.ISSUER_ID + "/";

    private final Function1<OAuth2HttpRequest, OAuth2HttpResponse> issuer;

    IssuerRoutes(Function1<OAuth2HttpRequest, OAuth2HttpResponse> issuer) {
        this.issuer = issuer;
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
        String path = request.getUrl().encodedPath();
        if (!path.startsWith(ROOT)) {
            return answer(404, "text/plain", "There is one issuer here: " + ROOT);
        }
        if (path.equals(ROOT + "authorize")) {
            return switch (request.getMethod()) {
                case "GET" -> page(200, Optional.empty());
                case "POST" -> login(request);
                default -> issuer.invoke(request);
            };
        }
        return issuer.invoke(request);
    }

    private OAuth2HttpResponse login(OAuth2HttpRequest request) {
        String account = formParameter(request, "username").orElse("").strip();
        try {
            String claims = LoginClaims.json(DemonstrationAccount.parse(account));
            String body = "username=" + encode(account) + "&claims=" + encode(claims);
            return issuer.invoke(new OAuth2HttpRequest(request.getHeaders(), "POST", request.getOriginalUrl(), body));
        } catch (UnknownAccountException e) {
            return page(400, Optional.of(account));
        }
    }

    private static OAuth2HttpResponse page(int status, Optional<String> unknownAccount) {
        return answer(status, "text/html", LoginPage.html(unknownAccount));
    }

    private static OAuth2HttpResponse answer(int status, String type, String body) {
        return new OAuth2HttpResponse(
                Headers.of("Content-Type", type + "; charset=utf-8", "Cache-Control", "no-store"), status, body, null);
    }

    private static Optional<String> formParameter(OAuth2HttpRequest request, String name) {
        for (String pair : Optional.ofNullable(request.getBody()).orElse("").split("&")) {
            String[] nameAndValue = pair.split("=", 2);
            if (nameAndValue.length == 2 && nameAndValue[0].equals(name)) {
                return Optional.of(URLDecoder.decode(nameAndValue[1], StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
