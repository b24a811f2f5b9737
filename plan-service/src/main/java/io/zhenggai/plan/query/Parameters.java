package io.zhenggai.plan.query;

import io.zhenggai.kit.id.UuidText;
import io.zhenggai.kit.json.ValueForms;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.problem.Words;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters as they were sent. The framework would answer 404 to one that it cannot convert; here it is a 400 that names
 * the parameter.
 */
public final class Parameters {

    private static final Pattern REGION_FORM = Pattern.compile("[1-9]\\d{5}");

    private Parameters() {}

    /**
     * @return the id; empty when the parameter is absent
     * @throws Refusal 400 when it is no UUID
     */
    public static Optional<UUID> id(String name, @Nullable String value) {
        Optional<UUID> id = Optional.ofNullable(value).flatMap(UuidText::parse);
        if (value != null && id.isEmpty()) {
            throw Refusal.invalid(name, ValueForms.ID.zh(), ValueForms.ID.en());
        }
        return id;
    }

    /** @throws Refusal 400 when it is absent or no UUID */
    public static UUID requiredId(String name, @Nullable String value) {
        return id(name, value).orElseThrow(() -> Refusal.invalid(name, "请指定此参数", "is required"));
    }

    /**
     * @return the code, whether a region has it or not; empty when the parameter is absent
     * @throws Refusal 400 when it has not six digits
     */
    public static Optional<String> region(String name, @Nullable String value) {
        if (value != null && !REGION_FORM.matcher(value).matches()) {
            throw Refusal.invalid(name, "地区代码须为六位数字", "a region code has six digits");
        }
        return Optional.ofNullable(value);
    }

    /**
     * @return the constant of that name; empty when the parameter is absent
     * @throws Refusal 400 when there is none
     */
    public static <E extends Enum<E>> Optional<E> constant(String name, @Nullable String value, Class<E> type) {
        if (value == null) {
            return Optional.empty();
        }
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst();
        if (found.isEmpty()) {
            Words legal = ValueForms.oneOf(type);
            throw Refusal.invalid(name, legal.zh(), legal.en());
        }
        return found;
    }
}
