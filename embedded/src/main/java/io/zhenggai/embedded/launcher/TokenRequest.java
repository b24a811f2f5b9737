package io.zhenggai.embedded.launcher;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.zhenggai.embedded.identity.DemonstrationAccount;
import io.zhenggai.embedded.identity.UnknownAccountException;
import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.process.StartFailedException;
import io.zhenggai.embedded.system.LocalPorts;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;

/** Asks the issuer of a running system for a token. */
final class TokenRequest {

    private final LocalPorts ports;

    TokenRequest(LocalPorts ports) {
        this.ports = ports;
    }

    /**
     * A bearer token, good for one hour.
     *
     * @throws UnknownAccountException when there is no such account
     * @throws StartFailedException when no system runs on these ports, or something else listens there
     */
    String token(String account) {
        DemonstrationAccount.parse(account);
        String form = "grant_type=password&client_id=command-line&password=none&username="
                + URLEncoder.encode(account, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + LoopbackPorts.HOST + ":" + ports.identity() + "/zhenggai/token"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            return JSONObjectUtils.getString(JSONObjectUtils.parse(answer.body()), "access_token");
        } catch (ConnectException e) {
            throw new StartFailedException("Nothing gives tokens on port " + ports.identity()
                    + ": start the system with ./run, with the same --port-offset.");
        } catch (IOException | ParseException e) {
            throw new StartFailedException("What listens on port " + ports.identity()
                    + " gives no tokens: another program has the port, or the system is just stopping.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the issuer was answering", e);
        }
    }
}
