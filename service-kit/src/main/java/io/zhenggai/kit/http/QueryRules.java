package io.zhenggai.kit.http;

import io.zhenggai.kit.problem.Violation;
import io.zhenggai.kit.problem.Words;
import io.zhenggai.kit.text.Characters;
import io.zhenggai.kit.text.ValueForm;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
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

    private final Map<String, Class<?>> types;

    private QueryRules(Map<String, Class<?>> types) {
        this.types = Map.copyOf(types);
    }

    /** Reads the rules from the parameters of a resource's method. */
    static QueryRules of(Method operation) {
        Map<String, Class<?>> types = new HashMap<>();
        for (Parameter parameter : operation.getParameters()) {
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                types.put(parameter.getAnnotation(QueryParam.class).value(), parameter.getType());
            } else if (parameter.isAnnotationPresent(RestQuery.class)) {
                String name = parameter.getAnnotation(RestQuery.class).value();
                types.put(name.isEmpty() ? parameter.getName() : name, parameter.getType());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                addFields(types, parameter.getType());
            }
        }
        return new QueryRules(types);
    }

    private static void addFields(Map<String, Class<?>> types, Class<?> bean) {
        for (Field field : bean.getDeclaredFields()) {
            if (field.isAnnotationPresent(QueryParam.class)) {
                types.put(field.getAnnotation(QueryParam.class).value(), field.getType());
            }
        }
    }

    /** @return what is wrong with the parameters sent, in the order of their names */
    List<Violation> violations(Map<String, List<String>> sent) {
        if (sent.isEmpty()) {
            return List.of();
        }
        List<Violation> found = new ArrayList<>();
        for (String name : new TreeSet<>(sent.keySet())) {
            violation(name, sent.get(name))
                    .map(rule -> new Violation(name, Optional.empty(), rule))
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<Words> violation(String name, List<String> values) {
        Class<?> type = types.get(name);
        if (type == null) {
            return Optional.of(unknown());
        }
        if (Collection.class.isAssignableFrom(type)) {
            return values.stream()
                    .flatMap(value -> violation(String.class, value).stream())
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

    private static Optional<Words> violation(Class<?> type, String value) {
        if (value.isEmpty()) {
            return Optional.of(new Words("不能为空；不需要时请去掉该参数", "must not be empty; leave it out where it is not needed"));
        }
        if (!Characters.areStorable(value) || value.indexOf(NOT_UTF_8) >= 0) {
            return Optional.of(new Words("含有无法使用的字符", "holds a character that cannot be used"));
        }
        return ValueForm.of(type).flatMap(form -> form.violation(value));
    }
}
