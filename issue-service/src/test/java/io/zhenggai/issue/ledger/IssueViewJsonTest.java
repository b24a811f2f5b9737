package io.zhenggai.issue.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Jackson writes by itself is what it has to be: a member that somebody adds to an issue is missed here. */
class IssueViewJsonTest {

    private final ObjectMapper ours = mapper();
    private final ObjectMapper byItself = mapper().addMixIn(IssueView.class, ByItself.class);
    private Instant now = Instant.parse("2021-10-20T01:00:00.120Z");

    private static ObjectMapper mapper() {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);
    }

    @JsonSerialize(using = JsonSerializer.None.class)
    private interface ByItself {}

    @Test
    void everythingThatAnIssueHolds() throws Exception {
        IssueView issue = sample(IssueView.class, true);

        assertThat(byItself.writeValueAsString(issue))
                .contains("\"dueOn\":\"2021-10-31\"", "\"goesOnAs\":{", "\"sourceItems\":[{");
        assertThat(ours.writeValueAsString(issue)).isEqualTo(byItself.writeValueAsString(issue));
    }

    @Test
    void nothingThatMayBeAbsent() throws Exception {
        IssueView issue = sample(IssueView.class, false);

        assertThat(ours.writeValueAsString(issue)).isEqualTo(byItself.writeValueAsString(issue));
        assertThat(ours.writeValueAsString(issue)).doesNotContain("null", "dueOn", "goesOnAs", "sourceItems");
    }

    @Test
    void inAList() throws Exception {
        List<IssueView> issues = List.of(sample(IssueView.class, true), sample(IssueView.class, false));

        assertThat(ours.writeValueAsString(issues)).isEqualTo(byItself.writeValueAsString(issues));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-10-20T00:00:00Z",
                "2021-10-20T01:02:00Z",
                "2021-10-20T01:02:03Z",
                "2021-10-20T01:02:00.100Z",
                "2021-10-20T01:02:00.000100Z",
                "2021-10-20T01:02:59.999999Z",
                "2021-10-20T01:02:59.999999999Z",
                "2024-02-29T23:59:59.001Z",
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.5Z",
                "9999-12-31T23:59:59.999999Z",
                "0000-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z"
            })
    void aMoment(Instant moment) throws Exception {
        now = moment;
        IssueView issue = sample(IssueView.class, true);

        assertThat(ours.writeValueAsString(issue))
                .contains("\"registeredAt\":\"" + moment + "\"")
                .isEqualTo(byItself.writeValueAsString(issue));
    }

    private <T> T sample(Class<T> type, boolean whole) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            boolean mayBeAbsent = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            values[i] = mayBeAbsent && !whole ? null : value(components[i].getGenericType(), whole);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return type.getDeclaredConstructor(types).newInstance(values);
    }

    private Object value(Type type, boolean whole) throws Exception {
        if (type instanceof ParameterizedType list) {
            return whole ? List.of(value(list.getActualTypeArguments()[0], true)) : List.of();
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (plain.isRecord()) {
            return sample(plain, whole);
        }
        return switch (plain.getSimpleName()) {
            case "UUID" -> UUID.fromString("0190aaaa-0000-7000-8000-00000000000a");
            case "String" -> "施工许可“超时”\n\"𠮷\"";
            case "Instant" -> now;
            case "LocalDate" -> LocalDate.of(2021, 10, 31);
            case "int" -> 3;
            case "long" -> 7L;
            case "boolean" -> true;
            default -> throw new IllegalStateException("no value of " + plain);
        };
    }
}
