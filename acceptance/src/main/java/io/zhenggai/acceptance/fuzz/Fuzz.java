package io.zhenggai.acceptance.fuzz;

import io.zhenggai.acceptance.client.Answer;
import io.zhenggai.acceptance.client.Client;
import io.zhenggai.acceptance.client.NewIssue;
import io.zhenggai.acceptance.client.Notice2021;
import io.zhenggai.embedded.system.LocalPorts;
import io.zhenggai.embedded.system.LocalSystem;
import io.zhenggai.embedded.system.LocalSystemConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends requests one by one to a system of its own, so that what has changed is known to have been changed by the last of them. */
public final class Fuzz implements AutoCloseable {

    private static final Instant CLOCK = Instant.parse("2021-11-10T01:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MOST_TOLD = 20;
    private static final int MOST_SHOWN = 500;

    private final LocalSystem system;
    private final Map<String, String> tokens = new HashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final World world = new World();
    private final PrintStream out;

    private Fuzz(LocalSystem system, PrintStream out) {
        this.system = system;
        this.out = out;
    }

    /**
     * What came of it.
     *
     * @param requests sent
     * @param accepted answered below 400
     * @param compared refused ones after which every row was looked at
     * @param wrong answers of 5xx, or none that the contract knows
     * @param lost requests without an answer
     * @param changed refused ones that changed something
     */
    public record Result(int requests, int accepted, int compared, int wrong, int lost, int changed) {

        /** @return whether nothing is to be mended */
        public boolean isClean() {
            return wrong == 0 && lost == 0 && changed == 0;
        }

        @Override
        public String toString() {
            return "fuzz: %d requests, %d accepted, %d refused and compared, %d wrong answers, %d lost, %d changed by a refusal"
                    .formatted(requests, accepted, compared, wrong, lost, changed);
        }
    }

    /**
     * Starts the system on free ports, beginning anew, with a published campaign and something of each kind.
     *
     * @param home the repository
     * @param data where the system keeps its data
     * @param out takes each finding
     */
    public static Fuzz start(Path home, Path data, PrintStream out) {
        Fuzz fuzz = new Fuzz(
                LocalSystem.start(LocalSystemConfig.of(home, data, LocalPorts.free())
                        .beginningAnew()
                        .withClockAt(CLOCK)),
                out);
        boolean furnished = false;
        try {
            fuzz.furnish();
            furnished = true;
            return fuzz;
        } finally {
            if (!furnished) {
                fuzz.close();
            }
        }
    }

    private void furnish() {
        Client province = client("province");
        String campaign = Notice2021.publish(province);
        learn(province, "/api/v1/campaigns/" + campaign);
        system.awaitIdle(PATIENCE);
        for (String region : List.of("410100", "410181", "410200")) {
            Answer issue = province.create(
                    "/api/v1/issues", NewIssue.of(campaign, region, "EVALUATION", "通报" + region, "办理时间过长"));
            learn(province, "/api/v1/issues/" + issue.text("/id"));
        }
        Client office = client("office:410100");
        Answer contact = office.create(
                "/api/v1/contacts",
                Map.of("region", "410100", "post", "HEAD", "name", "李主任", "email", "head@offices.example"));
        learn(office, "/api/v1/contacts/" + contact.text("/id"));
        learn(province, "/api/v1/obligations");
    }

    private Client client(String account) {
        return new Client(system.gatewayUrl(), token(account));
    }

    private String token(String account) {
        return tokens.computeIfAbsent(account, system::token);
    }

    private void learn(Client client, String path) {
        Answer answer = client.get(path);
        world.learn(path, answer.entityTag(), answer.body());
    }

    /** Sends so many requests, drawn from the seed. */
    public Result run(int requests, long seed) throws SQLException, IOException, InterruptedException {
        Chance chance = new Chance(seed);
        Shots shots = new Shots(Api.of(system.gatewayUrl()), world, chance, this::token);
        int accepted = 0;
        int compared = 0;
        int wrong = 0;
        int lost = 0;
        int changed = 0;
        try (Fingerprint fingerprint = Fingerprint.of(system)) {
            Optional<Map<String, String>> before = Optional.empty();
            for (int number = 1; number <= requests; number++) {
                Shot shot = shots.next();
                if (before.isEmpty()) {
                    system.awaitIdle(PATIENCE);
                    before = Optional.of(fingerprint.take());
                }
                HttpResponse<String> answer;
                try {
                    answer = http.send(shot.request(system.gatewayUrl()), BodyHandlers.ofString());
                } catch (IOException e) {
                    lost++;
                    tell(wrong + lost + changed, number, "no answer (" + e + ")", shot);
                    before = Optional.empty();
                    continue;
                }
                Optional<String> verdict = Judge.wrong(shot, answer);
                if (verdict.isPresent()) {
                    wrong++;
                    tell(wrong + lost + changed, number, verdict.get(), shot);
                }
                if (answer.statusCode() < 400) {
                    accepted++;
                    world.learn(shot.path(), answer.headers().firstValue("ETag"), Judge.json(answer.body()));
                    before = shot.operation().isChange() ? Optional.empty() : before;
                } else if (shot.operation().isChange()) {
                    compared++;
                    Map<String, String> after = fingerprint.take();
                    if (!after.equals(before.get())) {
                        changed++;
                        tell(
                                wrong + lost + changed,
                                number,
                                "refused, and changed " + difference(before.get(), after),
                                shot);
                        before = Optional.empty();
                    }
                }
            }
        }
        return new Result(requests, accepted, compared, wrong, lost, changed);
    }

    private void tell(int findings, int number, String what, Shot shot) {
        if (findings <= MOST_TOLD) {
            out.printf(
                    "request %d: %s%n    %s%n", number, what.substring(0, Math.min(MOST_SHOWN, what.length())), shot);
        }
    }

    private static String difference(Map<String, String> before, Map<String, String> after) {
        Map<String, String> changed = new HashMap<>(after);
        changed.entrySet().removeAll(before.entrySet());
        return changed.keySet().toString();
    }

    @Override
    public void close() {
        system.close();
    }
}
