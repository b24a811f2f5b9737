package io.zhenggai.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values that a schema allows, some of them at its bounds and one behind, and the same with something wrong in them. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> REGIONS = List.of("410100", "410181", "410200", "411300", "419001");

    private final Api api;
    private final World world;
    private final Chance chance;

    Values(Api api, World world, Chance chance) {
        this.api = api;
        this.world = world;
        this.chance = chance;
    }

    /** @param name of the field or parameter, by which some texts are known */
    JsonNode valid(JsonNode declared, String name) {
        JsonNode schema = api.resolved(declared);
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            for (JsonNode one : schema.path(choice)) {
                if (!one.path("type").asText().equals("null")) {
                    return valid(one, name);
                }
            }
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(chance.below(schema.path("enum").size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "array" -> array(schema, name);
            case "integer", "number" -> JSON.numberNode(number(schema));
            case "boolean" -> JSON.booleanNode(chance.percent(50));
            default -> JSON.textNode(text(schema, name));
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        for (JsonNode one : type) {
            if (!one.asText().equals("null")) {
                return one.asText();
            }
        }
        return type.isTextual() ? type.asText() : schema.has("properties") ? "object" : "string";
    }

    private long number(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        return switch (chance.below(10)) {
            case 0 -> least - 1;
            case 1 -> least;
            case 2 -> schema.path("maximum").asLong(Integer.MAX_VALUE);
            case 3 -> schema.path("maximum").asLong(Integer.MAX_VALUE) + 1;
            default ->
                least + chance.below((int) Math.min(100, schema.path("maximum").asLong(100) - least + 1));
        };
    }

    private JsonNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (required.contains(property.getKey()) || chance.percent(60)) {
                object.set(property.getKey(), valid(property.getValue(), property.getKey()));
            }
        }
        return object;
    }

    private JsonNode array(JsonNode schema, String name) {
        ArrayNode array = JSON.arrayNode();
        int size = Math.max(schema.path("minItems").asInt(0), chance.below(3));
        for (int i = 0; i < size; i++) {
            array.add(valid(schema.path("items"), name));
        }
        return array;
    }

    private String text(JsonNode schema, String name) {
        String format = schema.path("format").asText();
        if (format.equals("uuid")) {
            String collection = name.equals("campaignId") ? "campaigns" : name.startsWith("issue") ? "issues" : "";
            return world.id(collection, chance).orElseGet(() -> chance.uuid().toString());
        }
        if (format.equals("date")) {
            // What has happened lies before the day of the run, what is to be done behind it.
            return (name.startsWith("d") && !name.equals("dated") ? "2021-12-1" : "2021-10-2") + chance.below(10);
        }
        if (format.equals("date-time")) {
            return "2021-11-1" + chance.below(10) + "T08:00:00Z";
        }
        if (name.equals("cursor")) {
            return world.cursor(chance).orElse("none");
        }
        if (name.toLowerCase().contains("region") || name.equals("city")) {
            return chance.of(REGIONS);
        }
        if (name.equals("fileName")) {
            return "a" + chance.below(100) + ".txt";
        }
        if (name.equals("email")) {
            return "office" + chance.below(100) + "@offices.example";
        }
        int longest = schema.path("maxLength").asInt(200);
        String text = name + chance.below(1_000_000) + "\u6574\u6539";
        return switch (chance.below(12)) {
            // Counted in characters, of which each of these takes two in Java and four in UTF-8.
            case 0 -> "\ud840\udc00".repeat(longest);
            case 1 -> "\u957f".repeat(longest);
            case 2 -> "\u957f".repeat(longest + 1);
            default -> text.substring(0, Math.min(text.length(), longest));
        };
    }

    /** Does something wrong somewhere in a tree, which it changes. */
    JsonNode spoiled(JsonNode tree) {
        List<Runnable> wrongs = new ArrayList<>();
        collect(tree, wrongs);
        if (wrongs.isEmpty()) {
            return chance.of(Hostile.VALUES).deepCopy();
        }
        chance.of(wrongs).run();
        return tree;
    }

    private void collect(JsonNode node, List<Runnable> wrongs) {
        if (node instanceof ObjectNode object) {
            wrongs.add(() -> object.set("misspelt", chance.of(Hostile.VALUES).deepCopy()));
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                wrongs.add(() ->
                        object.set(member.getKey(), chance.of(Hostile.VALUES).deepCopy()));
                wrongs.add(() ->
                        object.set(member.getKey(), chance.of(Hostile.VALUES).deepCopy()));
                wrongs.add(() -> object.remove(member.getKey()));
                collect(member.getValue(), wrongs);
            }
        } else if (node instanceof ArrayNode array) {
            wrongs.add(() -> array.add(chance.of(Hostile.VALUES).deepCopy()));
            wrongs.add(() -> {
                for (int i = 0; i < 300; i++) {
                    array.add(
                            array.isEmpty() ? JSON.textNode("x") : array.get(0).deepCopy());
                }
            });
            array.forEach(element -> collect(element, wrongs));
        }
    }
}
