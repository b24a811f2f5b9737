package io.zhenggai.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.Index;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequiredMembersFilterTest {

    @Test
    void whatMayBeAbsentIsNotRequiredAndTheRestIs() throws IOException {
        assertThat(required("Thing", "id", "name", "reason")).containsExactly("id", "name");
    }

    @Test
    void membersOfWhatIsUnwrappedCountAsItsOwnAndIgnoredOnesNotAtAll() throws IOException {
        assertThat(required("Shown", "id", "name", "reason", "light")).containsExactly("id", "name");
    }

    @Test
    void whatIsAbsentWhenItIsEmptyIsNeverNull() throws IOException {
        Schema schema = schema("id", "name")
                .addProperty(
                        "reason",
                        OASFactory.createSchema().addType(SchemaType.STRING).addType(SchemaType.NULL))
                .addProperty(
                        "light",
                        OASFactory.createSchema()
                                .addAnyOf(reference("Light"))
                                .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL)));

        Schema filtered = filtered("Shown", false, schema);

        assertThat(filtered.getProperties().get("reason").getType()).containsExactly(SchemaType.STRING);
        assertThat(filtered.getProperties().get("light").getRef()).isEqualTo("#/components/schemas/Light");
    }

    @Test
    void whatHasANameIsNotDescribedBesideIt() throws IOException {
        Schema schema =
                schema("id", "name").addProperty("reason", reference("Reason").addType(SchemaType.STRING));

        Schema reason = filtered("Thing", false, schema).getProperties().get("reason");

        assertThat(reason.getRef()).isEqualTo("#/components/schemas/Reason");
        assertThat(reason.getType()).isNull();
    }

    @Test
    void aNamedSchemaIsThatOfTheRecordThatBearsTheName() throws IOException {
        assertThat(required("BoardCell", "late")).containsExactly("late");
    }

    @Test
    void aPageOfWhateverIsAPage() throws IOException {
        assertThat(required("PaperThing", "items", "next")).containsExactly("items");
    }

    @Test
    void aRecordWithOtherMembersIsAnotherOne() throws IOException {
        assertThat(required("Thing", "id", "title")).isNull();
    }

    @Test
    void whatRequestsHoldTooIsLeftAsItIs() throws IOException {
        assertThat(filtered("Thing", true, "id", "name", "reason").getRequired())
                .isNull();
    }

    @Test
    void whatSaysItselfIsLeftAsItIs() throws IOException {
        Schema schema = schema("id", "name", "reason").addRequired("name");

        assertThat(filtered("Thing", false, schema).getRequired()).containsExactly("name");
    }

    @Test
    void whatIsShownWithinAnotherIsFound() throws IOException {
        OpenAPI document = document("Outer", false)
                .components(OASFactory.createComponents()
                        .addSchema(
                                "Outer",
                                OASFactory.createSchema()
                                        .addProperty(
                                                "things",
                                                OASFactory.createSchema().items(reference("Thing"))))
                        .addSchema("Thing", schema("id", "name", "reason")));

        filter().filterOpenAPI(document);

        assertThat(document.getComponents().getSchemas().get("Thing").getRequired())
                .containsExactly("id", "name");
    }

    @Test
    void aDocumentOfNothingIsNoMistake() throws IOException {
        OpenAPI document = OASFactory.createOpenAPI();

        filter().filterOpenAPI(document);

        assertThat(document.getComponents()).isNull();
    }

    private static List<String> required(String name, String... properties) throws IOException {
        return filtered(name, false, properties).getRequired();
    }

    private static Schema filtered(String name, boolean asked, String... properties) throws IOException {
        return filtered(name, asked, schema(properties));
    }

    private static Schema filtered(String name, boolean asked, Schema schema) throws IOException {
        OpenAPI document =
                document(name, asked).components(OASFactory.createComponents().addSchema(name, schema));
        filter().filterOpenAPI(document);
        return document.getComponents().getSchemas().get(name);
    }

    private static RequiredMembersFilter filter() throws IOException {
        return new RequiredMembersFilter(
                Index.of(Thing.class, Shown.class, Cell.class, Paper.class, RequiredMembersFilterTest.class));
    }

    private static OpenAPI document(String name, boolean asked) {
        var operation = OASFactory.createOperation()
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("200", OASFactory.createAPIResponse().content(content(name)))
                        .addAPIResponse("304", OASFactory.createAPIResponse()));
        if (asked) {
            operation.requestBody(OASFactory.createRequestBody().content(content(name)));
        }
        return OASFactory.createOpenAPI()
                .paths(OASFactory.createPaths()
                        .addPathItem("/things", OASFactory.createPathItem().POST(operation)));
    }

    private static Content content(String name) {
        return OASFactory.createContent()
                .addMediaType("application/json", OASFactory.createMediaType().schema(reference(name)));
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    private static Schema schema(String... properties) {
        Schema schema = OASFactory.createSchema();
        for (String property : properties) {
            schema.addProperty(property, OASFactory.createSchema());
        }
        return schema;
    }

    record Thing(String id, String name, @Nullable String reason) {}

    record Shown(
            @JsonUnwrapped Thing thing,
            Optional<String> light,
            @JsonIgnore String moving) {}

    @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "BoardCell")
    record Cell(boolean late) {}

    record Paper<T>(List<T> items, @Nullable String next) {}
}
