package io.zhenggai.kit.problem;

import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.ws.rs.core.Response;
import java.util.stream.StreamSupport;
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

    /**
     * Only what is found in the parameters of an operation is the caller's doing; what is found in an answer or anywhere else is
     * ours, and no more said of it than of other failures.
     *
     * @return 400 with every finding, in the order of fields
     */
    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException exception) {
        if (!(exception instanceof ResteasyReactiveViolationException)
                || exception.getConstraintViolations().stream().anyMatch(ConstraintViolationMapper::isInAnswer)) {
            return problems.unexpected(exception);
        }
        return problems.answer(Refusal.invalid(violations.of(exception.getConstraintViolations())));
    }

    private static boolean isInAnswer(ConstraintViolation<?> found) {
        return StreamSupport.stream(found.getPropertyPath().spliterator(), false)
                .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }
}
