package io.zhenggai.acceptance.fuzz;

import io.zhenggai.embedded.system.LocalSystem;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sends requests one after the other, judges the answers and counts. */
final class FuzzRun {

    private static final int MOST_TOLD = 20;
    private static final int MOST_SHOWN = 500;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalSystem system;
    private final Fingerprint fingerprint;
    private final World world;
    private final PrintStream out;
    private final Set<String> done = new TreeSet<>();
    /** What is stored, as long as nothing has changed it. */
    private Optional<Map<String, String>> before = Optional.empty();

    private Optional<Shot> lastChange = Optional.empty();
    private int sent;
    private int accepted;
    private int compared;
    private int wrong;
    private int lost;
    private int changed;

    FuzzRun(LocalSystem system, Fingerprint fingerprint, World world, PrintStream out) {
        this.system = system;
        this.fingerprint = fingerprint;
        this.world = world;
        this.out = out;
    }

    void send(Shot shot) throws SQLException, InterruptedException {
        sent++;
        Map<String, String> stored = stored();
        HttpResponse<String> answer;
        try {
            answer = http.send(shot.request(system.gatewayUrl()), BodyHandlers.ofString());
        } catch (IOException e) {
            lost++;
            tell("no answer (" + e + ")", shot);
            before = Optional.empty();
            return;
        }
        Judge.wrong(shot, answer).ifPresent(verdict -> {
            wrong++;
            tell(verdict, shot);
        });
        boolean isChange = shot.operation().isChange();
        if (answer.statusCode() < 400) {
            accepted(shot, answer);
        } else if (isChange) {
            compare(stored, shot);
        }
    }

    private void accepted(Shot shot, HttpResponse<String> answer) {
        accepted++;
        world.learn(
                shot.operation().path(), shot.path(), answer.headers().firstValue("ETag"), Judge.json(answer.body()));
        if (shot.operation().isChange()) {
            done.add(shot.operation().toString());
            lastChange = Optional.of(shot);
        }
        // A reading leaves something too: whoever is shown personal data is on record.
        before = Optional.empty();
    }

    private void compare(Map<String, String> stored, Shot shot) throws SQLException {
        compared++;
        Map<String, String> after = fingerprint.take();
        if (!after.equals(stored)) {
            changed++;
            Map<String, String> difference = new TreeMap<>(after);
            difference.entrySet().removeAll(stored.entrySet());
            tell("refused, and changed " + difference.keySet(), shot);
            before = Optional.empty();
        }
    }

    /** What an accepted request has led to must have happened before it is known what the next one changes. */
    private Map<String, String> stored() throws SQLException {
        if (before.isEmpty()) {
            try {
                system.awaitIdle(Fuzz.PATIENCE);
            } catch (IllegalStateException e) {
                wrong++;
                lastChange.ifPresent(shot -> tell("what this led to does not come to an end: " + e.getMessage(), shot));
            }
            before = Optional.of(fingerprint.take());
        }
        return before.get();
    }

    Fuzz.Result end() throws SQLException {
        stored();
        return new Fuzz.Result(sent, accepted, done, compared, wrong, lost, changed);
    }

    private void tell(String what, Shot shot) {
        if (wrong + lost + changed <= MOST_TOLD) {
            out.printf("request %d: %s%n    %s%n", sent, what.substring(0, Math.min(MOST_SHOWN, what.length())), shot);
        }
    }
}
