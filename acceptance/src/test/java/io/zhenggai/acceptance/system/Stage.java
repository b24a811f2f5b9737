package io.zhenggai.acceptance.system;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhenggai.acceptance.contract.ContractFilter;
import io.zhenggai.acceptance.contract.PublishedContract;
import io.zhenggai.embedded.system.LocalSystem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The running system as the tests use it: through the gateway, by accounts, with each answer held against the contract. Its
 * business clock only goes forward, for all tests together; each test class works in regions of its own.
 */
public final class Stage {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int TIMEOUT = 60_000;
    private static final RestAssuredConfig CONFIG = RestAssured.config()
            .httpClient(HttpClientConfig.httpClientConfig()
                    .setParam("http.connection.timeout", TIMEOUT)
                    .setParam("http.socket.timeout", TIMEOUT))
            .encoderConfig(EncoderConfig.encoderConfig()
                    .defaultContentCharset(StandardCharsets.UTF_8)
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.BINARY));

    private final LocalSystem system;
    private final PublishedContract contract = PublishedContract.read();
    private final ContractFilter filter = new ContractFilter(contract);
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private LocalDateTime now;
    private Optional<PublishedCampaign> campaign = Optional.empty();

    Stage(LocalSystem system, LocalDateTime now) {
        this.system = system;
        this.now = now;
    }

    public LocalSystem system() {
        return system;
    }

    public PublishedContract contract() {
        return contract;
    }

    /** @return a request of a demonstration account, with JSON where it has a body */
    public RequestSpecification as(String account) {
        return withToken(token(account));
    }

    /** @return a token of a demonstration account, the same each time */
    public String token(String account) {
        return tokens.computeIfAbsent(account, system::token);
    }

    /** @return a request with that bearer token, whatever it is */
    public RequestSpecification withToken(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    /** @return a request of nobody */
    public RequestSpecification anonymous() {
        return given().config(CONFIG)
                .baseUri(system.gatewayUrl())
                .filter(filter)
                .contentType(ContentType.JSON)
                .urlEncodingEnabled(false);
    }

    /** @return the rows of all pages of a list */
    public List<Map<String, Object>> all(String account, String path) {
        List<Map<String, Object>> rows = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        String cursor = "";
        do {
            Response page = as(account).get(path + separator + "limit=200" + cursor);
            if (page.statusCode() != 200) {
                throw new AssertionError(path + " was answered with " + page.statusCode() + ": " + page.asString());
            }
            rows.addAll(page.jsonPath().getList("items"));
            String next = page.path("next");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return rows;
    }

    /** @return how many rows a list has, as it says itself */
    public long total(String account, String path) {
        Response page = as(account).get(path + (path.contains("?") ? "&" : "?") + "limit=1&total=true");
        if (page.statusCode() != 200) {
            throw new AssertionError(path + " was answered with " + page.statusCode() + ": " + page.asString());
        }
        return page.jsonPath().getLong("total");
    }

    /** @return the moment at which the business clocks stand, in Shanghai */
    public LocalDateTime now() {
        return now;
    }

    /** Puts the business clocks forward and lets everything happen that is due by then; never back. */
    public void advanceTo(String moment) {
        moveClockTo(moment);
        settle();
    }

    /** Puts the business clocks forward and waits for nothing; never back. */
    public void moveClockTo(String moment) {
        LocalDateTime wanted = LocalDateTime.parse(moment);
        if (wanted.isAfter(now)) {
            now = wanted;
            system.setClock(now.atZone(SHANGHAI).toInstant());
        }
    }

    /** Waits until every event has had its effects and every mail that is due has left. */
    public void settle() {
        system.awaitIdle(RunningSystem.PATIENCE);
    }

    /** @return the campaign of the notice, published once for all tests */
    public PublishedCampaign campaign() {
        if (campaign.isEmpty()) {
            campaign = Optional.of(PublishedCampaign.publish(this));
            settle();
        }
        return campaign.get();
    }

    /** @return the mails that really arrived, in the order of arrival */
    public List<Letter> letters() {
        return system.receivedMails().stream().map(Letter::of).toList();
    }

    /** @return the mails of a day that arrived at an address */
    public List<Letter> lettersTo(String address, Predicate<Letter> which) {
        return letters().stream()
                .filter(letter -> letter.to().contains(address))
                .filter(which)
                .toList();
    }
}
