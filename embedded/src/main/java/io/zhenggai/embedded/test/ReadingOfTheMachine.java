package io.zhenggai.embedded.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The machine's clock is read in one class, and nothing is printed: a clock is a parameter, words go to the log. */
final class ReadingOfTheMachine {

    /** The one class that may; by name, since this module does not know the kit. */
    private static final String REAL_TIME = "io.zhenggai.kit.time.RealTime";

    private static final Set<String> CLOCKS = Set.of("systemUTC", "systemDefaultZone", "system");

    private ReadingOfTheMachine() {}

    static ArchRule doesNotHappen() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(REAL_TIME)
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe("it reads the machine's clock", ReadingOfTheMachine::isClock))
                .orShould()
                .accessTargetWhere(DescribedPredicate.describe("it prints", ReadingOfTheMachine::isPrinting))
                .as("only RealTime reads the machine's clock, and nothing prints");
    }

    private static boolean isClock(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        if (owner.isEquivalentTo(System.class)) {
            return name.equals("currentTimeMillis");
        }
        if (owner.isEquivalentTo(java.util.Date.class)) {
            return name.equals("<init>") && parameters(access) == 0;
        }
        if (owner.isEquivalentTo(java.time.Clock.class)) {
            return CLOCKS.contains(name);
        }
        return owner.getPackageName().equals("java.time") && name.equals("now") && !takesClock(access);
    }

    private static boolean isPrinting(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(System.class)
                && (access.getName().equals("out") || access.getName().equals("err"));
    }

    private static boolean takesClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitCallTarget called
                && called.getRawParameterTypes().stream().anyMatch(type -> type.isAssignableTo(java.time.Clock.class));
    }

    private static int parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitCallTarget called
                ? called.getRawParameterTypes().size()
                : 0;
    }
}
