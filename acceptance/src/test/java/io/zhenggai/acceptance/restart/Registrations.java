package io.zhenggai.acceptance.restart;

import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.zhenggai.acceptance.system.Issues;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Registers issues of one city, one after the other, until told to stop; notes what was answered. */
final class Registrations implements AutoCloseable {

    private final ConcurrentLinkedQueue<String> accepted = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Integer> refused = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<Void> running;

    Registrations(Stage stage, String city) {
        running = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                Response answer = stage.as("office:" + city)
                        .body(Issues.selfInspected(stage, city, "重启期间登记"))
                        .post(Issues.COLLECTION);
                if (answer.statusCode() == 201) {
                    accepted.add(answer.path("id"));
                } else {
                    refused.add(answer.statusCode());
                }
            }
        });
    }

    /** The ids of those that were registered. */
    List<String> accepted() {
        return List.copyOf(accepted);
    }

    /** The statuses of those that were not, or of which it is not known. */
    List<Integer> refused() {
        return List.copyOf(refused);
    }

    void awaitAccepted(int more) {
        int wanted = accepted.size() + more;
        await().atMost(RunningSystem.PATIENCE).until(() -> accepted.size() >= wanted);
    }

    @Override
    public void close() {
        over.set(true);
        running.join();
    }
}
