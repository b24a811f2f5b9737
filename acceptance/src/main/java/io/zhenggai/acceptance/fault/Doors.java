package io.zhenggai.acceptance.fault;

import io.zhenggai.acceptance.client.Answer;
import io.zhenggai.acceptance.client.Client;
import io.zhenggai.acceptance.client.UnexpectedAnswerException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** The gateways as one account finds them while anything may be down: any of them is asked, and the answer may never come. */
final class Doors {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final List<Client> gateways;
    private final Random choice;

    /** @param choice draws the gateway of each call */
    Doors(List<Client> gateways, Random choice) {
        this.gateways = List.copyOf(gateways);
        this.choice = choice;
    }

    /**
     * Asks one of the gateways once.
     *
     * @return empty when nobody knows whether it was done: no answer, or one of the kind 5xx
     * @throws UnexpectedAnswerException when it was refused, which no fault is a reason for
     */
    Optional<Answer> attempt(Function<Client, Answer> call) {
        try {
            return Optional.of(call.apply(gateways.get(choice.nextInt(gateways.size()))));
        } catch (UncheckedIOException e) {
            pause();
            return Optional.empty();
        } catch (UnexpectedAnswerException e) {
            if (e.status() < 500) {
                throw e;
            }
            pause();
            return Optional.empty();
        }
    }

    /**
     * Asks until somebody answers.
     *
     * @param reading what may be asked any number of times
     * @throws IllegalStateException when nobody does for five minutes
     */
    Answer insist(Function<Client, Answer> reading) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Answer> answer = attempt(reading);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new IllegalStateException("no gateway has answered for " + PATIENCE.toMinutes() + " minutes");
    }

    /** Who gets no answer waits a moment, as people do. */
    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE.toMillis()));
    }
}
