package io.zhenggai.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Collectors;

/** JSON that cannot be read: the field and what is wrong with it, never the parser's own words. */
abstract class JsonMapper<E extends JsonProcessingException> implements ExceptionMapper<E> {

    private final Problems problems;

    JsonMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(E exception) {
        return problems.answer(refusal(exception));
    }

    private static Refusal refusal(JsonProcessingException exception) {
        if (exception instanceof UnrecognizedPropertyException unknown) {
            return Refusal.invalid(path(unknown), "不认识的字段", "unknown field");
        }
        if (exception instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return Refusal.invalid(path(mapping), "格式或取值有误", "wrong type or value");
        }
        String at = exception.getLocation() == null
                ? ""
                : exception.getLocation().getLineNr() + ":"
                        + exception.getLocation().getColumnNr();
        return new Refusal(
                ProblemType.INVALID_REQUEST,
                "请求内容不是有效的 JSON（" + at + "）。",
                "The body is not the JSON expected here (" + at + ").");
    }

    private static String path(JsonMappingException exception) {
        return exception.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** For unknown fields; the library has a mapper of its own for this very type. */
    @Provider
    @Priority(Priorities.USER - 1)
    public static class OfUnknownField extends JsonMapper<UnrecognizedPropertyException> {
        OfUnknownField(Problems problems) {
            super(problems);
        }
    }

    /** For values of a wrong type; the library has a mapper of its own for this very type. */
    @Provider
    @Priority(Priorities.USER - 1)
    public static class OfWrongFormat extends JsonMapper<InvalidFormatException> {
        OfWrongFormat(Problems problems) {
            super(problems);
        }
    }

    /** For what else does not fit the record. */
    @Provider
    @Priority(Priorities.USER - 1)
    public static class OfMismatch extends JsonMapper<MismatchedInputException> {
        OfMismatch(Problems problems) {
            super(problems);
        }
    }

    /** For values that do not fit. */
    @Provider
    @Priority(Priorities.USER - 1)
    public static class OfMapping extends JsonMapper<JsonMappingException> {
        OfMapping(Problems problems) {
            super(problems);
        }
    }

    /** For text that is no JSON. */
    @Provider
    @Priority(Priorities.USER - 1)
    public static class OfProcessing extends JsonMapper<JsonProcessingException> {
        OfProcessing(Problems problems) {
            super(problems);
        }
    }
}
