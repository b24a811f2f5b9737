package io.zhenggai.kit.event.operation;

import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.problem.Refusal;
import jakarta.inject.Singleton;

/** Whoever may put the way of events right: a machine client that was given the scope for it. Sees no ledger by it. */
@Singleton
public class Operator {

    /** The scope in the token. */
    public static final String SCOPE = "events:operate";

    private final CurrentCaller caller;

    Operator(CurrentCaller caller) {
        this.caller = caller;
    }

    /**
     * @return who operates
     * @throws Refusal 403 without the scope
     */
    public Caller get() {
        Caller operator = caller.get();
        operator.requirePermission(SCOPE);
        return operator;
    }
}
