package io.zhenggai.kit.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** The rule behind {@link Text}. */
public final class TextValidator implements ConstraintValidator<Text, CharSequence> {

    private static final String TOO_LONG = "{io.zhenggai.kit.text.Text.tooLong}";

    private int max;

    @Override
    public void initialize(Text text) {
        max = text.max();
    }

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        String text = value.toString();
        if (Characters.count(text) > max) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(TOO_LONG).addConstraintViolation();
            return false;
        }
        return Characters.belongInText(text);
    }
}
