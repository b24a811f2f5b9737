package io.zhenggai.kit.problem;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Size;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Bean Validation's findings in our form: the field as the caller wrote it, without our methods' and parameters' names, and
 * the rule in both languages, so that the one who answers chooses, and not the thread that happened to validate.
 */
@Singleton
public class Violations {

    private static final int MOST = 100;
    private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,10})(?=])");
    private static final String SIZE = "{jakarta.validation.constraints.Size.message}";

    private final MessageInterpolator interpolator;

    Violations(ValidatorFactory factory) {
        this.interpolator = factory.getMessageInterpolator();
    }

    /** @return the findings in the order of fields, the first hundred: more than anybody reads, and a bound for our work */
    public List<Violation> of(Set<? extends ConstraintViolation<?>> found) {
        return found.stream()
                .map(Finding::new)
                .sorted(Comparator.comparing(Finding::order).thenComparing(Finding::template))
                .limit(MOST)
                .map(finding -> violation(finding.field, finding.violation))
                .toList();
    }

    private record Finding(String field, ConstraintViolation<?> violation) {
        private Finding(ConstraintViolation<?> violation) {
            this(FieldNames.of(violation), violation);
        }

        /** The tenth item comes behind the second. */
        private String order() {
            return INDEX.matcher(field)
                    .replaceAll(index -> "[" + "0".repeat(10 - index.group(1).length()) + index.group(1));
        }

        private String template() {
            return violation.getMessageTemplate();
        }
    }

    private Violation violation(String field, ConstraintViolation<?> found) {
        String template = template(found);
        Context context = new Context(found);
        Words message = new Words(
                interpolator.interpolate(template, context, Locale.SIMPLIFIED_CHINESE),
                interpolator.interpolate(template, context, Locale.ENGLISH));
        return new Violation(field, Optional.empty(), message);
    }

    /** The one constraint whose standard words would fit neither a text nor a list, and name bounds that nobody set. */
    private static String template(ConstraintViolation<?> found) {
        Annotation constraint = found.getConstraintDescriptor().getAnnotation();
        if (!(constraint instanceof Size size) || !found.getMessageTemplate().equals(SIZE)) {
            return found.getMessageTemplate();
        }
        String what = found.getInvalidValue() instanceof Collection<?> ? "items" : "text";
        String bound = size.min() == 0 ? ".most" : size.max() == Integer.MAX_VALUE ? ".least" : "";
        return "{io.zhenggai.kit.size." + what + bound + "}";
    }

    /** What a message may name: the constraint's attributes. */
    private record Context(ConstraintViolation<?> found) implements MessageInterpolator.Context {
        @Override
        public ConstraintDescriptor<?> getConstraintDescriptor() {
            return found.getConstraintDescriptor();
        }

        @Override
        public Object getValidatedValue() {
            return found.getInvalidValue();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return type.cast(this);
        }
    }
}
