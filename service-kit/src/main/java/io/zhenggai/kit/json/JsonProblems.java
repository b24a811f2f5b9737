package io.zhenggai.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.problem.Words;
import io.zhenggai.kit.text.ValueForm;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** JSON that cannot be read: the field and what is wrong with it, never the parser's own words. */
final class JsonProblems {

    private static final Words UNKNOWN_FIELD = new Words("不认识的字段", "unknown field");
    private static final Words TWICE = new Words("字段重复", "stands there twice");
    private static final Words TOO_MUCH =
            new Words("请求内容嵌套过深，或名称、数字过长。", "The body is nested too deeply, or a name or number in it is too long.");
    private static final Words OBJECT = new Words("须为 JSON 对象", "must be an object");
    private static final Words OTHER = new Words("格式或取值有误", "wrong type or value");

    private JsonProblems() {}

    /** @return 400 for bytes that are no text at all */
    static Refusal noText() {
        return unreadable("1:1");
    }

    /** @return 400 with the field and the rule where they are known, else with the place */
    static Refusal refusal(JsonProcessingException exception) {
        if (exception.getCause() instanceof Refusal refusal) {
            return refusal;
        }
        if (exception instanceof StreamConstraintsException
                || exception.getCause() instanceof StreamConstraintsException) {
            return new Refusal(ProblemType.INVALID_REQUEST, TOO_MUCH, List.of(), Map.of());
        }
        if (exception.getCause() instanceof StreamReadException read) {
            return refusal(read);
        }
        if (exception instanceof JsonMappingException mapping) {
            String path = path(mapping);
            return path.isEmpty() ? unreadable(position(exception)) : invalid(path, rule(mapping));
        }
        String path = path(exception);
        Optional<Words> rule = streamRule(exception);
        return path.isEmpty() || rule.isEmpty() ? unreadable(position(exception)) : invalid(path, rule.get());
    }

    /** @return 400 with the field by its path in the item, empty where the item as a whole is not what is expected */
    static Refusal refusalOfItem(JsonMappingException exception) {
        if (exception.getCause() instanceof Refusal refusal) {
            return refusal;
        }
        Optional<Words> ofStream =
                exception.getCause() instanceof StreamReadException read ? streamRule(read) : Optional.empty();
        return invalid(path(exception), ofStream.orElseGet(() -> rule(exception)));
    }

    /** @return 400 where an item is missing */
    static Refusal noItem() {
        return invalid("", OBJECT);
    }

    private static Refusal invalid(String path, Words rule) {
        return Refusal.invalid(List.of(new Violation(path, Optional.empty(), rule)));
    }

    private static Refusal unreadable(String position) {
        return new Refusal(
                ProblemType.INVALID_REQUEST,
                "请求内容不是此处所要求的 JSON（UTF-8 编码，位置 " + position + "）。",
                "The body is not the JSON in UTF-8 that is expected here (at " + position + ").");
    }

    private static Words rule(JsonMappingException exception) {
        if (exception instanceof BadValueException bad) {
            return bad.rule();
        }
        if (exception instanceof UnrecognizedPropertyException) {
            return UNKNOWN_FIELD;
        }
        return exception instanceof MismatchedInputException mismatched && mismatched.getTargetType() != null
                ? rule(mismatched.getTargetType())
                : OTHER;
    }

    private static Words rule(Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            return new Words("须为数组", "must be an array");
        }
        if (type.isRecord()) {
            return OBJECT;
        }
        return ValueForm.of(type).map(ValueForm::rule).orElse(OTHER);
    }

    private static Optional<Words> streamRule(JsonProcessingException exception) {
        if (exception instanceof InputCoercionException) {
            return Optional.of(ValueForm.LONG.rule());
        }
        // Jackson has no type of its own for it.
        return exception.getOriginalMessage().startsWith("Duplicate ") ? Optional.of(TWICE) : Optional.empty();
    }

    private static String position(JsonProcessingException exception) {
        return exception.getLocation() == null
                ? "1:1"
                : exception.getLocation().getLineNr() + ":"
                        + exception.getLocation().getColumnNr();
    }

    private static String path(JsonMappingException exception) {
        return exception.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** Where the parser stood: what it stumbles over itself has no path of its own. */
    private static String path(JsonProcessingException exception) {
        if (!(exception.getProcessor() instanceof JsonParser parser)) {
            return "";
        }
        Deque<String> steps = new ArrayDeque<>();
        for (JsonStreamContext at = parser.getParsingContext(); at != null; at = at.getParent()) {
            if (at.inArray() && at.hasCurrentIndex()) {
                steps.addFirst("[" + at.getCurrentIndex() + "]");
            } else if (at.hasCurrentName()) {
                steps.addFirst("." + at.getCurrentName());
            }
        }
        return String.join("", steps).replaceFirst("^\\.", "");
    }
}
