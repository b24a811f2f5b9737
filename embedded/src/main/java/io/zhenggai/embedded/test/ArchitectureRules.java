package io.zhenggai.embedded.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What holds in every module of the house. A module's own test is {@code ArchitectureRules.check("io.zhenggai.issue")}; it
 * brings ArchUnit itself.
 */
public final class ArchitectureRules {

    private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";
    private static final String TRANSACTION = "io.quarkus.narayana.jta.QuarkusTransaction";
    private static final Set<String> INJECTING = Set.of(
            "jakarta.inject.Inject",
            "jakarta.ws.rs.core.Context",
            "jakarta.persistence.PersistenceContext",
            "org.eclipse.microprofile.config.inject.ConfigProperty");

    private final String root;
    private final JavaClasses classes;
    private final DescribedPredicate<JavaClass> mechanism;

    /**
     * @param root the module's package
     * @param classes what is checked, all below that package
     * @param mechanisms packages below the root, such as {@code http}, that stand between the features and the frameworks: they
     *     may know HTTP and open transactions
     */
    public ArchitectureRules(String root, JavaClasses classes, String... mechanisms) {
        this.root = root;
        this.classes = classes;
        this.mechanism = JavaClass.Predicates.resideInAnyPackage(
                Arrays.stream(mechanisms).map(name -> root + "." + name + "..").toArray(String[]::new));
    }

    /**
     * Checks a module's main classes.
     *
     * @throws AssertionError naming every rule that is broken, and where
     */
    public static void check(String root, String... mechanisms) {
        JavaClasses main = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        List<String> broken = new ArchitectureRules(root, main, mechanisms).broken();
        if (!broken.isEmpty()) {
            throw new AssertionError(String.join(System.lineSeparator(), broken));
        }
    }

    /** @return every rule that is broken, with the places; empty when all is well */
    public List<String> broken() {
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("there is no class below " + root);
        }
        return rules().stream()
                .map(rule -> rule.allowEmptyShould(true).evaluate(classes))
                .filter(EvaluationResult::hasViolation)
                .map(result -> result.getFailureReport().toString())
                .toList();
    }

    private List<ArchRule> rules() {
        return List.of(
                slices().matching(root + ".(*)..").should().beFreeOfCycles(),
                onlyResourcesKnowHttp(),
                onlyServicesAndHandlersOpenTransactions(),
                ForeignPersistence.isNotTouched(root),
                ReadingOfTheMachine.doesNotHappen(),
                nothingIsInjectedIntoFields(),
                RepeatableCommands.areAllPostsOfTheApi());
    }

    private ArchRule onlyResourcesKnowHttp() {
        return noClasses()
                .that(are("resources or mechanisms", one -> isNamed(one, "Resource") || mechanism.test(one))
                        .negate())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .as("only *Resource knows jakarta.ws.rs");
    }

    private ArchRule onlyServicesAndHandlersOpenTransactions() {
        return noClasses()
                .that(are("services, handlers or mechanisms", this::mayOpenTransactions)
                        .negate())
                .should()
                .dependOnClassesThat(are(
                        "ways to open one",
                        one -> one.getName().equals(TRANSACTIONAL)
                                || one.getName().equals(TRANSACTION)))
                .as("only *Service and *Handler open transactions");
    }

    private boolean mayOpenTransactions(JavaClass one) {
        return isNamed(one, "Service") || isNamed(one, "Handler") || mechanism.test(one);
    }

    private static ArchRule nothingIsInjectedIntoFields() {
        return noFields()
                .should()
                .beAnnotatedWith(DescribedPredicate.describe(
                        "an injecting annotation",
                        annotation -> INJECTING.contains(annotation.getRawType().getName())))
                .as("nothing is injected into fields, constructors take it");
    }

    private static DescribedPredicate<JavaClass> are(String what, java.util.function.Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe("are " + what, predicate);
    }

    /** A record within a resource belongs to it. */
    private static boolean isNamed(JavaClass one, String ending) {
        JavaClass outermost = one;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return outermost.getSimpleName().endsWith(ending);
    }
}
