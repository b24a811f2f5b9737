package io.zhenggai.kit.http;

import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.problem.Words;
import io.zhenggai.kit.text.Characters;
import io.zhenggai.kit.text.ValueForm;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that one operation takes, and what each of them may be. */
final class QueryRules {

    /** What the server's decoder leaves where the bytes of an address are no UTF-8. */
    private static final char NOT_UTF_8 = '\uFFFD';

    private final Map<String, Type> types;

    private QueryRules(Map<String, Type> types) {
        this.types = Map.copyOf(types);
    }

    /** Reads the rules from the parameters of a resource's method. */
    static QueryRules of(Method operation) {
        Map<String, Type> types = new HashMap<>();
        for (Parameter parameter : operation.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    name(field, field.getName()).ifPresent(name -> types.put(name, field.getGenericType()));
                }
            } else {
                name(parameter, parameter.getName())
                        .ifPresent(name -> types.put(name, parameter.getParameterizedType()));
            }
        }
        return new QueryRules(types);
    }

    private static Optional<String> name(AnnotatedElement element, String ownName) {
        if (element.isAnnotationPresent(QueryParam.class)) {
            return Optional.of(element.getAnnotation(QueryParam.class).value());
        }
        return Optional.ofNullable(element.getAnnotation(RestQuery.class))
                .map(RestQuery::value)
                .map(name -> name.isEmpty() ? ownName : name);
    }

    /** @return what is wrong with the parameters sent, in the order of their names */
    List<Violation> violations(Map<String, List<String>> sent) {
        if (sent.isEmpty()) {
            return List.of();
        }
        List<Violation> found = new ArrayList<>();
        sent.forEach((name, values) -> violation(name, values)
                .map(rule -> new Violation(name, Optional.empty(), rule))
                .ifPresent(found::add));
        found.sort(Comparator.comparing(Violation::field));
        return found;
    }

    private Optional<Words> violation(String name, List<String> values) {
        Type type = types.get(name);
        if (type == null) {
            return Optional.of(unknown());
        }
        if (type instanceof ParameterizedType many) {
            // A collection: each value is of the form of its elements.
            return values.stream()
                    .flatMap(value -> violation(many.getActualTypeArguments()[0], value).stream())
                    .findFirst();
        }
        if (values.size() > 1) {
            return Optional.of(new Words("只能出现一次", "may be given once only"));
        }
        return violation(type, values.get(0));
    }

    private Words unknown() {
        if (types.isEmpty()) {
            return new Words("此处不接受查询参数", "no query parameter is taken here");
        }
        String known = String.join(", ", new TreeSet<>(types.keySet()));
        return new Words("不认识的查询参数，可用的有：" + known, "unknown query parameter; known here: " + known);
    }

    private static Optional<Words> violation(Type type, String value) {
        if (value.isEmpty()) {
            return Optional.of(new Words("不能为空；不需要时请去掉该参数", "must not be empty; leave it out where it is not needed"));
        }
        if (!Characters.areStorable(value) || value.indexOf(NOT_UTF_8) >= 0) {
            return Optional.of(new Words("含有无法使用的字符", "holds a character that cannot be used"));
        }
        return type instanceof Class<?> plain
                ? ValueForm.of(plain).flatMap(form -> form.violation(value))
                : Optional.empty();
    }
}
