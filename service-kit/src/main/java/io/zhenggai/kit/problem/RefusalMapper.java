package io.zhenggai.kit.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A refusal's answer. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {

    private final Problems problems;

    RefusalMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(Refusal refusal) {
        return problems.answer(refusal);
    }
}
