package io.zhenggai.kit.text;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that somebody wrote: at most {@link #max()} characters (not {@code char}s), no control characters but tab and line
 * breaks, no half of a surrogate pair. Null is valid: add {@code @NotBlank} where there must be one.
 */
@Documented
@Constraint(validatedBy = TextValidator.class)
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.RECORD_COMPONENT,
    ElementType.TYPE_USE,
    ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {

    /** The most characters that it may have. */
    int max();

    /** What is said of a character that does not belong there; for the length there are words of its own. */
    String message() default "{io.zhenggai.kit.text.Text.message}";

    /** As Bean Validation asks for. */
    Class<?>[] groups() default {};

    /** As Bean Validation asks for. */
    Class<? extends Payload>[] payload() default {};
}
