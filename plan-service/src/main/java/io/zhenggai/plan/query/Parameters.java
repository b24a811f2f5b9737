package io.zhenggai.plan.query;

import io.zhenggai.kit.problem.Refusal;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters as they were sent. The framework would answer 404 to one that it cannot convert; here it is a 400 that names
 * the parameter.
 */
public final class Parameters {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern REGION_FORM = Pattern.compile("[1-9]\\d{5}");

    private Parameters() {}

    /**
     * @return the id; empty when the parameter is absent
     * @throws Refusal 400 when it is no UUID
     */
    public static Optional<UUID> id(String name, @Nullable String value) {
        if (value != null && !UUID_FORM.matcher(value).matches()) {
            throw Refusal.invalid(name, "不是有效的标识（UUID）", "is not a UUID");
        }
        return Optional.ofNullable(value).map(UUID::fromString);
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
            String known =
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
            throw Refusal.invalid(name, "可用的取值：" + known, "must be one of " + known);
        }
        return found;
    }
}
