package io.zhenggai.kit.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import io.zhenggai.kit.encryption.Encryption;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.time.RealTime;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Has a request's effect once, however often the request is sent with the same {@code Idempotency-Key}: the answer is stored in the
 * transaction of the effect, encrypted, and given again for 24 hours of real time. Keys belong to a client: its person with role,
 * region and unit.
 */
@Singleton
public class IdempotencyService {

    private static final Duration KEPT_FOR = Duration.ofHours(24);

    private final KeptAnswers answers;
    private final Encryption encryption;
    private final ObjectMapper mapper;
    private final CurrentCaller caller;
    private final CurrentVertxRequest request;
    private final RealTime time;

    IdempotencyService(
            KeptAnswers answers,
            Encryption encryption,
            ObjectMapper mapper,
            CurrentCaller caller,
            CurrentVertxRequest request,
            RealTime time) {
        this.answers = answers;
        this.encryption = encryption;
        this.mapper = mapper;
        this.caller = caller;
        this.request = request;
        this.time = time;
    }

    /**
     * Without a key it is the effect alone, in whatever transactions that opens. With one it is a transaction of four statements more:
     * a lock that is tried and never waited for, the search for an answer, and its keeping. Whoever has the effect must join that
     * transaction, and must have read all of the body.
     *
     * @param effect what is to be done, and the answer to it; only what is 2xx is kept
     * @return the answer, or the first one again
     * @throws Refusal 400 for a key of another form; 409 while the same request is at work; 422 when the key was used for another request
     */
    public Response once(Supplier<Response> effect) {
        RoutingContext at = request.getCurrent();
        Optional<IdempotencyKey> key = IdempotencyKey.of(at.request().headers().getAll(IdempotencyKey.HEADER));
        if (key.isEmpty()) {
            return effect.get();
        }
        byte[] client = RequestDigest.ofClient(caller.get(), key.get());
        byte[] asked = RequestDigest.ofRequest(
                at.request().method().name(),
                at.request().uri(),
                at.request().getHeader("Content-Type"),
                BodyDigest.of(at));
        return QuarkusTransaction.requiringNew().call(() -> answer(client, asked, effect));
    }

    private Response answer(byte[] client, byte[] asked, Supplier<Response> effect) {
        if (!answers.tryLock(client)) {
            throw new Refusal(ProblemType.REQUEST_IN_PROGRESS);
        }
        Instant now = time.now();
        Optional<KeptAnswers.Row> kept = answers.find(client, now);
        if (kept.isPresent()) {
            return again(client, asked, kept.get());
        }
        Response answer = effect.get();
        if (answer.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
            return answer;
        }
        KeptAnswer first = KeptAnswer.of(answer, mapper);
        byte[] encrypted = encryption.encrypt(first.written(), context(client));
        answers.keep(
                client,
                new KeptAnswers.Row(encryption.encrypt(asked, context(client)), encrypted),
                now,
                now.plus(KEPT_FOR));
        return first.toResponse();
    }

    private Response again(byte[] client, byte[] asked, KeptAnswers.Row kept) {
        if (!MessageDigest.isEqual(asked, encryption.decrypt(kept.request(), context(client)))) {
            throw new Refusal(ProblemType.IDEMPOTENCY_KEY_REUSED);
        }
        return KeptAnswer.read(encryption.decrypt(kept.answer(), context(client)))
                .toResponse();
    }

    private static String context(byte[] client) {
        return "kept_answer " + HexFormat.of().formatHex(client);
    }
}
