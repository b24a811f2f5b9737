package io.zhenggai.embedded.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;

/** The contract says of every POST of the API that it takes an {@code Idempotency-Key}; so each must hand its effect to who honours it. */
final class RepeatableCommands {

    private static final String POST = "jakarta.ws.rs.POST";
    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String IDEMPOTENCY = "io.zhenggai.kit.idempotency.IdempotencyService";

    private RepeatableCommands() {}

    static ArchRule areAllPostsOfTheApi() {
        return methods()
                .that()
                .areAnnotatedWith(POST)
                .should(reachIdempotency())
                .as("every POST of the API hands its effect to IdempotencyService.once");
    }

    private static ArchCondition<JavaMethod> reachIdempotency() {
        return new ArchCondition<>("hand their effect to IdempotencyService.once") {
            @Override
            public void check(JavaMethod post, ConditionEvents events) {
                if (isOfTheApi(post.getOwner()) && !reaches(post, new HashSet<>())) {
                    events.add(SimpleConditionEvent.violated(post, post.getFullName() + " does not"));
                }
            }
        };
    }

    private static boolean isOfTheApi(JavaClass resource) {
        return resource.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().getName().equals(PATH))
                .map(RepeatableCommands::value)
                .anyMatch(path -> path.matches("/?api/.*"));
    }

    private static String value(JavaAnnotation<?> path) {
        return path.get("value").map(Object::toString).orElse("");
    }

    /** By itself, or by a method of its own class. */
    private static boolean reaches(JavaMethod method, Set<JavaMethod> seen) {
        if (!seen.add(method)) {
            return false;
        }
        for (JavaMethodCall call : method.getMethodCallsFromSelf()) {
            if (call.getTargetOwner().getName().equals(IDEMPOTENCY)) {
                return true;
            }
            if (call.getTargetOwner().equals(method.getOwner())
                    && call.getTarget()
                            .resolveMember()
                            .filter(target -> reaches(target, seen))
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }
}
