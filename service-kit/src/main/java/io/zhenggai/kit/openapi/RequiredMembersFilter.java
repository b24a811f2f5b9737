package io.zhenggai.kit.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says in the OpenAPI document which members of an answer are always there: all components of its record that are neither
 * {@link Nullable} nor {@link Optional}. The others are absent when they are empty, and none is ever null. Clients are generated from it,
 * and would have to ask for each member whether it is there. What requests hold as well is left as it is: drafts may lack whatever they
 * lack, and validation says what else must be there.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class RequiredMembersFilter implements OASFilter {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName OPTIONAL = DotName.createSimple(Optional.class);
    private static final DotName UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);
    private static final DotName IGNORED = DotName.createSimple(JsonIgnore.class);
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

    private final IndexView index;
    private final Map<String, List<ClassInfo>> records = new HashMap<>();
    private final List<ClassInfo> generics = new ArrayList<>();

    /** @param index of the classes whose document is filtered */
    public RequiredMembersFilter(IndexView index) {
        this.index = index;
        for (ClassInfo known : index.getKnownClasses()) {
            if (!known.isRecord()) {
                continue;
            }
            if (known.typeParameters().isEmpty()) {
                records.computeIfAbsent(nameOf(known), name -> new ArrayList<>())
                        .add(known);
            } else {
                generics.add(known);
            }
        }
    }

    private static String nameOf(ClassInfo known) {
        return Optional.ofNullable(known.declaredAnnotation(SCHEMA))
                .map(schema -> schema.value("name"))
                .map(AnnotationValue::asString)
                .orElseGet(known::simpleName);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = Optional.ofNullable(document.getComponents())
                .map(components -> components.getSchemas())
                .orElse(Map.of());
        Set<String> asked = SchemasInUse.ofRequests(document);
        SchemasInUse.ofAnswers(document).stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> Optional.ofNullable(schemas.get(name)).ifPresent(schema -> require(name, schema)));
    }

    private void require(String name, Schema schema) {
        if (schema.getProperties() == null || schema.getRequired() != null) {
            return;
        }
        List<ClassInfo> candidates = new ArrayList<>(records.getOrDefault(name, List.of()));
        generics.stream().filter(one -> name.startsWith(one.simpleName())).forEach(candidates::add);
        candidates.stream()
                .map(this::members)
                .filter(members ->
                        members.keySet().equals(schema.getProperties().keySet()))
                .findFirst()
                .ifPresent(members -> describe(schema, members));
    }

    /** In the order in which the components are declared; the document has those of what is unwrapped in any order. */
    private static void describe(Schema schema, Map<String, Boolean> members) {
        Map<String, Schema> properties = new LinkedHashMap<>();
        members.forEach((member, always) -> {
            properties.put(member, plain(schema.getProperties().get(member)));
            if (always) {
                schema.addRequired(member);
            }
        });
        schema.setProperties(properties);
    }

    /** Never null; and what has a name is not described beside it, which makes another type of it for generators. */
    private static Schema plain(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema().ref(schema.getRef());
        }
        if (schema.getType() != null) {
            schema.removeType(SchemaType.NULL);
        }
        List<Schema> choices = Optional.ofNullable(schema.getAnyOf()).orElse(List.of()).stream()
                .filter(choice -> !List.of(SchemaType.NULL).equals(choice.getType()))
                .toList();
        return choices.size() == 1 ? choices.get(0) : schema;
    }

    /** Name of each member, and whether it is always there. */
    private Map<String, Boolean> members(ClassInfo type) {
        Map<String, Boolean> members = new LinkedHashMap<>();
        for (RecordComponentInfo component : type.recordComponentsInDeclarationOrder()) {
            if (has(component, UNWRAPPED)) {
                Optional.ofNullable(index.getClassByName(component.type().name()))
                        .filter(ClassInfo::isRecord)
                        .ifPresent(within -> members.putAll(members(within)));
            } else if (!has(component, IGNORED)) {
                boolean mayBeAbsent = component.type().name().equals(OPTIONAL) || has(component, NULLABLE);
                members.put(component.name(), !mayBeAbsent);
            }
        }
        return members;
    }

    /** Annotations of a component are found on its field; those of its type, on the component. */
    private static boolean has(RecordComponentInfo component, DotName annotation) {
        return component.type().hasAnnotation(annotation)
                || component.hasAnnotation(annotation)
                || Objects.requireNonNull(component.field()).annotations().stream()
                        .filter(one -> one.target().kind() == AnnotationTarget.Kind.FIELD)
                        .map(AnnotationInstance::name)
                        .anyMatch(annotation::equals);
    }
}
