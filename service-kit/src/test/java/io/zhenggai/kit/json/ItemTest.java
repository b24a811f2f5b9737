package io.zhenggai.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.zhenggai.kit.problem.Violation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with one of several things keeps nobody else back. */
class ItemTest {

    private final ObjectMapper mapper = strict();

    record Errands(List<Item<Errand>> items) {}

    record Errand(String name, int number, LocalDate on, List<Part> parts) {}

    record Part(String name) {}

    private static ObjectMapper strict() {
        ObjectMapper mapper = JsonMapper.builder().addModule(new Jdk8Module()).build();
        new StrictJson().customize(mapper);
        return mapper;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null | ``",
                "3 | ``",
                "[{}] | ``",
                "{'nam': 'a'} | nam",
                "{'name': 3} | name",
                "{'number': 1.5} | number",
                "{'number': 99999999999} | number",
                "{'on': '2021-02-30'} | on",
                "{'parts': [{'name': 'a'}, {'name': {}}]} | parts[1].name",
                "{'parts': {}} | parts"
            })
    void theOthersAreReadBeforeAndBehindIt(String broken, String field) throws JsonProcessingException {
        List<Item<Errand>> items = read("{'items': [{'name': 'before'}, " + broken + ", {'name': 'behind'}]}");

        assertThat(items).hasSize(3);
        assertThat(items.get(0).value()).map(Errand::name).contains("before");
        assertThat(items.get(1).value()).isEmpty();
        assertThat(items.get(1).refusal().orElseThrow().violations())
                .extracting(Violation::field)
                .containsExactly(field);
        assertThat(items.get(2).value()).map(Errand::name).contains("behind");
    }

    @Test
    void theRuleIsSaid() throws JsonProcessingException {
        List<Item<Errand>> items = read("{'items': [null, 'a', {'number': 99999999999999999999}]}");

        assertThat(items)
                .flatExtracting(item -> item.refusal().orElseThrow().violations())
                .extracting(violation -> violation.message().zh())
                .containsExactly("须为 JSON 对象", "须为 JSON 对象", "须为整数，且不超出取值范围");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'items': [{'name': 'a', 'name': 'b'}]}",
                "{'items': [{'name': 'a'}",
                "{'items': [{'name': a}]}",
                "{'items': {}}"
            })
    void jsonThatIsBrokenIsBrokenAsAWhole(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(JsonProcessingException.class);
    }

    private List<Item<Errand>> read(String json) throws JsonProcessingException {
        return mapper.readValue(json.replace('\'', '"'), Errands.class).items();
    }
}
