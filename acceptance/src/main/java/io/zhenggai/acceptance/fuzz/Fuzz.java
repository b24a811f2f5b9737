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
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sends requests one by one to a system of its own, so that what has changed is known to have been changed by the last of them. */
public final class Fuzz implements AutoCloseable {

    private static final Instant CLOCK = Instant.parse("2021-11-10T01:00:00Z");
    static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int USES_OF_A_TOKEN = 1_000;

    private final LocalSystem system;
    private final Map<String, String> tokens = new HashMap<>();
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
     * @param done the operations that changed something at least once
     * @param compared refused ones after which every row was looked at
     * @param wrong answers of 5xx, or none that the contract knows
     * @param lost requests without an answer
     * @param changed refused ones that changed something
     */
    public record Result(int requests, int accepted, Set<String> done, int compared, int wrong, int lost, int changed) {

        /** @return whether nothing is to be mended */
        public boolean isClean() {
            return wrong == 0 && lost == 0 && changed == 0;
        }

        @Override
        public String toString() {
            return "fuzz: %d requests, %d accepted, %d kinds of changes done, %d refused and compared, %d wrong answers, %d lost, %d changed by a refusal"
                    .formatted(requests, accepted, done.size(), compared, wrong, lost, changed);
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
        learn(province, "/api/v1/campaigns/{id}", "/api/v1/campaigns/" + campaign);
        system.awaitIdle(PATIENCE);
        for (String region : List.of("410100", "410181", "410200")) {
            Answer issue = province.create(
                    "/api/v1/issues", NewIssue.of(campaign, region, "EVALUATION", "通报" + region, "办理时间过长"));
            learn(province, "/api/v1/issues/{reference}", "/api/v1/issues/" + issue.text("/id"));
        }
        Client office = client("office:410100");
        Answer contact = office.create(
                "/api/v1/contacts",
                Map.of("region", "410100", "post", "HEAD", "name", "李主任", "email", "head@offices.example"));
        learn(office, "/api/v1/contacts/{id}", "/api/v1/contacts/" + contact.text("/id"));
        learn(province, "/api/v1/obligations", "/api/v1/obligations");
    }

    private Client client(String account) {
        return new Client(system.gatewayUrl(), token(account));
    }

    private String token(String account) {
        return tokens.computeIfAbsent(account, system::token);
    }

    private void learn(Client client, String template, String path) {
        Answer answer = client.get(path);
        world.learn(template, path, answer.entityTag(), answer.body());
    }

    /** Sends so many requests, drawn from the seed. */
    public Result run(int requests, long seed) throws SQLException, IOException, InterruptedException {
        Shots shots = new Shots(Api.of(system.gatewayUrl()), world, new Chance(seed), this::token);
        try (Fingerprint fingerprint = Fingerprint.of(system)) {
            FuzzRun run = new FuzzRun(system, fingerprint, world, out);
            for (int number = 1; number <= requests; number++) {
                // A token is good for an hour.
                if (number % USES_OF_A_TOKEN == 0) {
                    tokens.clear();
                }
                run.send(shots.next());
            }
            return run.end();
        }
    }

    @Override
    public void close() {
        system.close();
    }
}
