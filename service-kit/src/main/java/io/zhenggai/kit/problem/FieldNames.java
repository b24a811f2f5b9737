package io.zhenggai.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the caller calls that which Bean Validation found: a path in the body, or a parameter of the request. */
final class FieldNames {

    private static final String WHOLE_BODY = "body";

    private FieldNames() {}

    static String of(ConstraintViolation<?> found) {
        List<Path.Node> nodes = StreamSupport.stream(found.getPropertyPath().spliterator(), false)
                .filter(node -> node.getKind() != ElementKind.CONTAINER_ELEMENT)
                .toList();
        int parameter = indexOfParameter(nodes);
        List<Path.Node> behind = nodes.subList(parameter + 1, nodes.size());
        if (behind.isEmpty() && parameter > 0) {
            return parameterName(
                    found.getRootBeanClass(),
                    nodes.get(parameter - 1).as(Path.MethodNode.class),
                    nodes.get(parameter).as(Path.ParameterNode.class));
        }
        return behind.stream().map(Object::toString).collect(Collectors.joining("."));
    }

    private static int indexOfParameter(List<Path.Node> nodes) {
        return nodes.stream().map(Path.Node::getKind).toList().indexOf(ElementKind.PARAMETER);
    }

    private static String parameterName(Class<?> type, Path.MethodNode method, Path.ParameterNode node) {
        return declared(type, method)
                .map(found -> found.getParameters()[node.getParameterIndex()])
                .map(FieldNames::name)
                .orElse(node.getName());
    }

    /** The container derives classes from resources and does not copy their parameters' annotations. */
    private static Optional<Method> declared(Class<?> type, Path.MethodNode method) {
        Class<?>[] types = method.getParameterTypes().toArray(Class<?>[]::new);
        return Stream.<Class<?>>iterate(type, one -> one != null, Class::getSuperclass)
                .flatMap(one -> Arrays.stream(one.getDeclaredMethods()))
                .filter(one -> !one.isSynthetic()
                        && !one.getDeclaringClass().isSynthetic()
                        && one.getName().equals(method.getName())
                        && Arrays.equals(one.getParameterTypes(), types))
                .reduce((derived, original) -> original);
    }

    private static String name(Parameter parameter) {
        if (parameter.isAnnotationPresent(QueryParam.class)) {
            return parameter.getAnnotation(QueryParam.class).value();
        }
        if (parameter.isAnnotationPresent(HeaderParam.class)) {
            return parameter.getAnnotation(HeaderParam.class).value();
        }
        if (parameter.isAnnotationPresent(PathParam.class)) {
            return parameter.getAnnotation(PathParam.class).value();
        }
        // A path's parameter may go without annotation, but then it is a plain value.
        return parameter.getType().getName().startsWith("java.") ? parameter.getName() : WHOLE_BODY;
    }
}
