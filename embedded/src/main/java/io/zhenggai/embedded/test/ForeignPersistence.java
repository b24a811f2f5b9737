package io.zhenggai.embedded.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A feature is the first package below the module's; its entities and repositories are its own. */
final class ForeignPersistence extends ArchCondition<JavaClass> {

    private final String root;

    private ForeignPersistence(String root) {
        super("touch no entity or repository of another feature");
        this.root = root;
    }

    static ArchRule isNotTouched(String root) {
        return classes().should(new ForeignPersistence(root)).as("no feature touches another's entity or repository");
    }

    @Override
    public void check(JavaClass origin, ConditionEvents events) {
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass();
            if (isPersistence(target) && !feature(target).equals(feature(origin))) {
                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
            }
        }
    }

    private boolean isPersistence(JavaClass target) {
        return (target.getPackageName() + ".").startsWith(root + ".")
                && (target.getSimpleName().endsWith("Repository")
                        || target.isAnnotatedWith("jakarta.persistence.Entity"));
    }

    private String feature(JavaClass one) {
        String below = one.getPackageName().substring(root.length());
        return below.isEmpty() ? below : below.substring(1).split("\\.")[0];
    }
}
