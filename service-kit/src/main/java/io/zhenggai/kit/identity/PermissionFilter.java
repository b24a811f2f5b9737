package io.zhenggai.kit.identity;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Says in the OpenAPI document who may call each operation, as the annotations of its method have it: {@code x-roles}, the words of
 * {@link Role}, and {@code x-scope}, {@code caller} for the caller's {@link RegionScope} or {@code province} for {@link ProvinceWide};
 * and {@code x-machine-scope}, the scope that a machine client needs, where it needs one.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class PermissionFilter implements OASFilter {

    /** Whoever is signed in, as {@link RolesAllowed} has it. */
    private static final String EVERY_ROLE = "**";

    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
    private static final DotName ROLES_ALLOWED = DotName.createSimple(RolesAllowed.class);
    private static final DotName PROVINCE_WIDE = DotName.createSimple(ProvinceWide.class);

    private static final DotName MACHINE_SCOPE = DotName.createSimple(MachineScope.class);

    private final Map<String, MethodInfo> methods = new HashMap<>();

    /** @param index of the classes whose document is filtered */
    public PermissionFilter(IndexView index) {
        for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
            AnnotationValue id = operation.value("operationId");
            if (id != null && operation.target().kind() == AnnotationTarget.Kind.METHOD) {
                methods.put(id.asString(), operation.target().asMethod());
            }
        }
    }

    /** @throws IllegalStateException when an operation of ours says of no role that it may call it */
    @Override
    public void filterOpenAPI(OpenAPI document) {
        Optional.ofNullable(document.getPaths()).ifPresent(paths -> paths.getPathItems().values().stream()
                .map(PathItem::getOperations)
                .flatMap(operations -> operations.values().stream())
                .forEach(operation -> Optional.ofNullable(methods.get(operation.getOperationId()))
                        .ifPresent(method -> {
                            operation.addExtension("x-roles", roles(method));
                            operation.addExtension("x-scope", isProvinceWide(method) ? "province" : "caller");
                            annotation(method, MACHINE_SCOPE)
                                    .ifPresent(scope -> operation.addExtension(
                                            "x-machine-scope", scope.value().asString()));
                        })));
    }

    /** @return in the order of {@link Role}, so that equal permissions are equal texts */
    private static List<String> roles(MethodInfo method) {
        List<String> allowed = annotation(method, ROLES_ALLOWED)
                .map(annotation -> List.of(annotation.value().asStringArray()))
                .orElseThrow(() -> new IllegalStateException(
                        method.declaringClass().name() + "." + method.name() + " says of no role that it may call it"));
        return Arrays.stream(Role.values())
                .map(Role::claim)
                .filter(role -> allowed.contains(EVERY_ROLE) || allowed.contains(role))
                .toList();
    }

    private static boolean isProvinceWide(MethodInfo method) {
        return annotation(method, PROVINCE_WIDE).isPresent();
    }

    private static Optional<AnnotationInstance> annotation(MethodInfo method, DotName name) {
        return Optional.ofNullable(method.declaredAnnotation(name))
                .or(() -> Optional.ofNullable(method.declaringClass().declaredAnnotation(name)));
    }
}
