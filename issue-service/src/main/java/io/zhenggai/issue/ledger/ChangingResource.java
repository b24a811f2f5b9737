package io.zhenggai.issue.ledger;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.http.Answers;
import io.zhenggai.kit.idempotency.IdempotencyService;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.CurrentCaller;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

/** What all that change an issue over HTTP answer with: the issue as it is then, and its new tag; once for each {@code Idempotency-Key}. */
abstract class ChangingResource {

    private final IdempotencyService idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    ChangingResource(IdempotencyService idempotency, CurrentCaller caller, Clock clock) {
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    Caller caller() {
        return caller.get();
    }

    Response changed(Supplier<IssueView> change) {
        return changed(change, view -> view);
    }

    /** @param issueOf the issue in what is answered */
    <A> Response changed(Supplier<A> change, Function<A, IssueView> issueOf) {
        return idempotency.once(() -> {
            A answer = change.get();
            return Answers.changed(answer, issueOf.apply(answer).version(), BusinessTime.today(clock));
        });
    }
}
