package io.zhenggai.kit.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A refusal's answer. */
@Singleton
public class RefusalMapper {

    private final Problems problems;

    RefusalMapper(Problems problems) {
        this.problems = problems;
    }

    /** @return the problem, in the language of the request */
    @ServerExceptionMapper
    public Response refused(Refusal refusal) {
        return problems.answer(refusal);
    }
}
