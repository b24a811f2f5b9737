package io.zhenggai.kit.problem;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Bean Validation's findings in our form: the field as the caller wrote it, without our methods' and parameters' names. */
@Singleton
public class ConstraintViolationMapper {

    private final Problems problems;

    ConstraintViolationMapper(Problems problems) {
        this.problems = problems;
    }

    /** @return 400 with every finding, in the order of fields */
    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException exception) {
        List<Violation> violations = exception.getConstraintViolations().stream()
                .map(ConstraintViolationMapper::violation)
                .sorted(Comparator.comparing(Violation::field)
                        .thenComparing(violation -> violation.message().zh()))
                .toList();
        return problems.answer(Refusal.invalid(violations));
    }

    private static Violation violation(ConstraintViolation<?> found) {
        // The validator has already spoken in the language of the request.
        Words message = new Words(found.getMessage(), found.getMessage());
        return new Violation(field(found.getPropertyPath()), Optional.empty(), message);
    }

    private static String field(Path path) {
        List<Path.Node> nodes = StreamSupport.stream(path.spliterator(), false).toList();
        List<Path.Node> own = nodes.stream()
                .filter(node -> node.getKind() != ElementKind.METHOD)
                .toList();
        boolean body = own.size() > 1 && own.get(0).getKind() == ElementKind.PARAMETER;
        return own.subList(body ? 1 : 0, own.size()).stream()
                .map(Object::toString)
                .collect(Collectors.joining("."));
    }
}
