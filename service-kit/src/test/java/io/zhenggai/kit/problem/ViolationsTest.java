package io.zhenggai.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.kit.text.RegionCodeText;
import io.zhenggai.kit.text.Text;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ViolationsTest {

    private static final String RARE = "𠮷";

    private static ValidatorFactory factory;
    private static Locale machine;

    /** The machine's language is neither of ours and must not matter. */
    @BeforeAll
    static void buildOnAGermanMachine() {
        machine = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        factory = Validation.buildDefaultValidatorFactory();
    }

    @AfterAll
    static void close() {
        factory.close();
        Locale.setDefault(machine);
    }

    record Filing(
            @NotNull @Nullable String kind,
            @NotBlank @Text(max = 5) @Nullable String title,
            @RegionCodeText @Nullable String region,
            @AssertTrue boolean pledge,
            @Max(3) int returns,
            @Pattern(regexp = "[a-z]+") @Nullable String code,
            @Size(max = 2) List<@NotBlank @Text(max = 2) String> units,
            @Size(min = 1) List<@Valid Item> items) {}

    record Item(@Size(min = 2, max = 3) String name) {}

    private static final Item GOOD = new Item("abc");

    private static Filing filing(@Nullable String title) {
        return new Filing("k", title, "410100", true, 3, "abc", List.of("一", "二二"), List.of(GOOD));
    }

    @Test
    void findsNothingAtTheBounds() {
        assertThat(found(filing(RARE.repeat(5)))).isEmpty();
    }

    static Stream<Arguments> brokenRules() {
        List<String> units = List.of("一");
        List<Item> items = List.of(GOOD);
        return Stream.of(
                Arguments.of(filing(RARE.repeat(6)), "title", "不能超过 5 个字", "must have at most 5 characters"),
                Arguments.of(
                        filing("\u0007a"),
                        "title",
                        "含有不可用的控制字符或不完整的字符",
                        "holds a control character or half a character"),
                Arguments.of(filing("\u3000"), "title", "不能为空", "must not be blank"),
                Arguments.of(filing(null), "title", "不能为空", "must not be blank"),
                Arguments.of(
                        new Filing(null, "t", "410100", true, 3, "abc", units, items), "kind", "必须填写", "is required"),
                Arguments.of(
                        new Filing("k", "t", "41010", true, 3, "abc", units, items),
                        "region",
                        "须为六位行政区划代码，例如 410100",
                        "must be a region's six-digit code, such as 410100"),
                Arguments.of(
                        new Filing("k", "t", "410100", false, 3, "abc", units, items),
                        "pledge",
                        "须为“是”（true）",
                        "must be true"),
                Arguments.of(
                        new Filing("k", "t", "410100", true, 4, "abc", units, items),
                        "returns",
                        "不能大于 3",
                        "must be at most 3"),
                Arguments.of(
                        new Filing("k", "t", "410100", true, 3, "A", units, items),
                        "code",
                        "格式不正确",
                        "is not of the form that is expected"),
                Arguments.of(
                        new Filing("k", "t", "410100", true, 3, "abc", List.of("a", "b", "c"), items),
                        "units",
                        "不能超过 2 项",
                        "must have at most 2 item(s)"),
                Arguments.of(
                        new Filing("k", "t", "410100", true, 3, "abc", List.of("a", "bbb"), items),
                        "units[1]",
                        "不能超过 2 个字",
                        "must have at most 2 characters"),
                Arguments.of(
                        new Filing("k", "t", "410100", true, 3, "abc", units, List.of()),
                        "items",
                        "至少须有 1 项",
                        "must have at least 1 item(s)"),
                Arguments.of(
                        new Filing("k", "t", "410100", true, 3, "abc", units, List.of(GOOD, new Item("a"))),
                        "items[1].name",
                        "长度须为 2 至 3 个字",
                        "must have 2 to 3 characters"));
    }

    @ParameterizedTest
    @MethodSource("brokenRules")
    void saysTheRuleInBothLanguages(Filing filing, String field, String zh, String en) {
        assertThat(found(filing)).containsExactly(Violation.of(field, zh, en));
    }

    private static List<Violation> found(Filing filing) {
        return new Violations(factory).of(factory.getValidator().validate(filing));
    }
}
