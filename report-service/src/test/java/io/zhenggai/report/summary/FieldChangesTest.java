package io.zhenggai.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;

class FieldChangesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void namesWhatChangedByItsPath() throws Exception {
        JsonNode before = read(
                "{\"status\": \"DRAFT\", \"returns\": 0, \"content\": {\"practices\": \"甲\", \"problems\": \"乙\"}}");
        JsonNode after = read(
                "{\"status\": \"DRAFT\", \"returns\": 0, \"content\": {\"practices\": \"丙\", \"problems\": \"乙\"}}");

        assertThat(changes(before, after)).isEqualTo("{\"content.practices\":{\"from\":\"甲\",\"to\":\"丙\"}}");
    }

    @Test
    void whatCameHasNoFromAndWhatWentHasNoTo() throws Exception {
        JsonNode before = read("{\"resubmitBy\": \"2021-12-29\", \"suggestions\": [{\"text\": \"甲\"}]}");
        JsonNode after = read("{\"opinion\": \"同意\", \"suggestions\": [{\"text\": \"乙\"}]}");

        assertThat(changes(before, after))
                .isEqualTo("{\"opinion\":{\"to\":\"同意\"},\"resubmitBy\":{\"from\":\"2021-12-29\"},"
                        + "\"suggestions\":{\"from\":[{\"text\":\"甲\"}],\"to\":[{\"text\":\"乙\"}]}}");
    }

    @Test
    void aNewThingIsAllChange() throws Exception {
        assertThat(changes(MissingNode.getInstance(), read("{\"content\": {\"practices\": \"甲\"}}")))
                .isEqualTo("{\"content.practices\":{\"to\":\"甲\"}}");
    }

    @Test
    void nothingChangedIsEmpty() throws Exception {
        assertThat(FieldChanges.between(read("{\"a\": {\"b\": [1]}}"), read("{\"a\": {\"b\": [1]}}")))
                .isEmpty();
    }

    private static String changes(JsonNode before, JsonNode after) throws JsonProcessingException {
        return MAPPER.writeValueAsString(FieldChanges.between(before, after));
    }

    private static JsonNode read(String json) throws JsonProcessingException {
        return MAPPER.readTree(json);
    }
}
