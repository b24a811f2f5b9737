package io.zhenggai.notification.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zhenggai.kit.loop.RunUntilStopped;
import io.zhenggai.notification.mail.Delivery;
import io.zhenggai.notification.mail.Delivery.Outcome;
import io.zhenggai.notification.mail.MailConnection;
import io.zhenggai.notification.mail.MailSettings;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Sends what is due, one message after the other over one connection, and rests when nothing is. */
@Singleton
public class DispatchSender implements RunUntilStopped.Step {

    private static final Logger LOG = Logger.getLogger(DispatchSender.class);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);
    private static final Optional<String> UNREACHABLE = Optional.of("the mail server cannot be reached");
    private static final Optional<String> BREAKS_OFF =
            Optional.of("the mail server breaks off while it is given a mail");

    private static final Optional<String> PUTS_OFF =
            Optional.of("the mail server puts off whatever it is given; its answers stand in the dispatch records");

    /** One mailbox that is full for an hour is no trouble of the server's. */
    private static final int TOO_OFTEN = 10;

    private final SendingService service;
    private final MailConnection connection;
    private final RunUntilStopped loop;
    private Optional<Ended> unrecorded = Optional.empty();
    private boolean busy;
    private int putOffInARow;
    private Duration restWithoutServer = REST;
    private volatile Optional<String> trouble = Optional.empty();

    /** An attempt that ended, of which the database does not know yet. */
    private record Ended(Claim claim, Delivery delivery) {}

    @Inject
    DispatchSender(SendingService service, MailSettings settings) {
        this.service = service;
        this.connection = new MailConnection(settings);
        this.loop = new RunUntilStopped("dispatch-sender", this);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    /** Tells that there is something to send. */
    public void wake() {
        loop.wake();
    }

    /** @return what keeps mails from leaving, in words without any address; empty when nothing does */
    public Optional<String> trouble() {
        return loop.trouble().or(() -> trouble);
    }

    @Override
    public Duration run() {
        record();
        // A server that was away is looked for until it is back, also when there is nothing left to send.
        if (!busy && !trouble.equals(UNREACHABLE) && !service.isAnythingDue()) {
            connection.close();
            return REST;
        }
        // Before the claim: connecting is not to use up its lease.
        Optional<Delivery> noServer = connection.open();
        noteConnection(noServer);
        Optional<Claim> claim = service.claim();
        busy = claim.isPresent() && noServer.isEmpty();
        claim.ifPresent(taken -> taken.letter().ifPresent(letter -> {
            unrecorded = Optional.of(new Ended(taken, noServer.orElseGet(() -> connection.send(letter))));
            record();
        }));
        return restAfter(claim, noServer);
    }

    /** That a server listens says nothing of one that breaks off: it is believed when it has answered to a mail. */
    private void noteConnection(Optional<Delivery> noServer) {
        if (noServer.isPresent()) {
            trouble = UNREACHABLE;
        } else if (trouble.equals(UNREACHABLE)) {
            trouble = Optional.empty();
        }
    }

    /** Tried until it succeeds: as long as this process lives, what the server said is not forgotten. */
    private void record() {
        unrecorded.ifPresent(ended -> {
            if (!service.record(ended.claim(), ended.delivery())) {
                LOG.errorf(
                        "the lease of dispatch %s ran out while it was being sent",
                        ended.claim().id());
            }
            report(ended);
            unrecorded = Optional.empty();
        });
    }

    private void report(Ended ended) {
        // The server's words may name the recipient; they stand in the dispatch record, not in the log.
        switch (ended.delivery().outcome()) {
            case ACCEPTED -> LOG.debugf("dispatch %s is sent", ended.claim().id());
            case PUT_OFF ->
                LOG.warnf(
                        "the mail server put dispatch %s off; it is tried again",
                        ended.claim().id());
            case REFUSED ->
                LOG.errorf(
                        "the mail server refused dispatch %s; it stays FAILED",
                        ended.claim().id());
            case NO_SERVER ->
                LOG.warnf(
                        "no talking with the mail server; dispatch %s is tried again",
                        ended.claim().id());
            case UNKNOWN ->
                LOG.warnf(
                        "the mail server's answer to dispatch %s was lost; it is sent again under the same Message-ID",
                        ended.claim().id());
        }
        putOffInARow = ended.delivery().outcome() == Outcome.PUT_OFF ? putOffInARow + 1 : 0;
        trouble = troubleAfter(ended.delivery().outcome());
    }

    private Optional<String> troubleAfter(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED, REFUSED -> Optional.empty();
            case PUT_OFF -> putOffInARow < TOO_OFTEN ? Optional.empty() : PUTS_OFF;
            case NO_SERVER, UNKNOWN -> trouble.or(() -> BREAKS_OFF);
        };
    }

    private Duration restAfter(Optional<Claim> claim, Optional<Delivery> noServer) {
        if (noServer.isEmpty()) {
            restWithoutServer = REST;
            return claim.isEmpty() ? REST : Duration.ZERO;
        }
        Duration rest = restWithoutServer;
        Duration twice = rest.multipliedBy(2);
        restWithoutServer = twice.compareTo(LONGEST_REST) < 0 ? twice : LONGEST_REST;
        return rest;
    }

    @Override
    public void release() {
        connection.close();
    }
}
