package io.zhenggai.kit.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The methods that are served at an address, which 405 must name (RFC 9110, 15.5.6) and the framework does not. */
@Singleton
class AllowedMethods {

    private final BeanManager beans;

    AllowedMethods(BeanManager beans) {
        this.beans = beans;
    }

    /**
     * Looks through all resources: nobody needs it often.
     *
     * @param path of the request, beginning with a slash, without the query
     * @return such as {@code GET, HEAD, OPTIONS, POST}; empty where nothing is served
     */
    String at(String path) {
        Collection<String> methods = new TreeSet<>();
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Pattern.matches(template(method), path))
                .flatMap(AllowedMethods::httpMethods)
                .forEach(methods::add);
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return String.join(", ", methods);
    }

    private static Stream<String> httpMethods(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value);
    }

    /** @return a pattern of the addresses of a method, in which a parameter is one segment */
    private static String template(Method method) {
        Path own = method.getAnnotation(Path.class);
        String whole = "/"
                + method.getDeclaringClass().getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value());
        String path = whole.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
        return "\\Q" + path.replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q") + "\\E/?";
    }
}
