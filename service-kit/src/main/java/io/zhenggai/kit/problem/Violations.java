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

/**
 * Bean Validation's findings in our form: the field as the caller wrote it, without our methods' and parameters' names, and
 * the rule in both languages, so that the one who answers chooses, and not the thread that happened to validate.
 */
@Singleton
public class Violations {

    private static final String SIZE = "{jakarta.validation.constraints.Size.message}";

    private final MessageInterpolator interpolator;

    Violations(ValidatorFactory factory) {
        this.interpolator = factory.getMessageInterpolator();
    }

    /** @return the findings, in the order of fields */
    public List<Violation> of(Set<? extends ConstraintViolation<?>> found) {
        return found.stream()
                .map(this::violation)
                .sorted(Comparator.comparing(Violation::field)
                        .thenComparing(violation -> violation.message().zh()))
                .toList();
    }

    private Violation violation(ConstraintViolation<?> found) {
        String template = template(found);
        Context context = new Context(found);
        Words message = new Words(
                interpolator.interpolate(template, context, Locale.SIMPLIFIED_CHINESE),
                interpolator.interpolate(template, context, Locale.ENGLISH));
        return new Violation(FieldNames.of(found), Optional.empty(), message);
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
