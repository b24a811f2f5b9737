package io.zhenggai.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** JSON that cannot be read: the field and what is wrong with it, never the parser's own words. */
@Singleton
public class JsonProblems {

    private final Problems problems;

    JsonProblems(Problems problems) {
        this.problems = problems;
    }

    /** Values that do not fit, and fields that are not known. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException exception) {
        return problems.answer(refusal(exception));
    }

    static Refusal refusal(JsonProcessingException exception) {
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
}
