package io.zhenggai.kit.problem;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers what Bean Validation finds in a request. */
@Singleton
public class ConstraintViolationMapper {

    private final Problems problems;
    private final Violations violations;

    ConstraintViolationMapper(Problems problems, Violations violations) {
        this.problems = problems;
        this.violations = violations;
    }

    /** @return 400 with every finding, in the order of fields */
    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException exception) {
        return problems.answer(Refusal.invalid(violations.of(exception.getConstraintViolations())));
    }
}
