package io.zhenggai.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares two contracts as documents: order of members, quotes and indentation do not count. */
public final class ContractDifference {

    private static final int SHOWN = 200;

    private ContractDifference() {}

    /**
     * @param published the contract in the repository, JSON or YAML
     * @param current the contract that the services make, JSON or YAML
     * @return each place where they differ, as a JSON pointer and both values; empty when they say the same
     */
    public static List<String> between(String published, String current) {
        List<String> differences = new ArrayList<>();
        compare("", Tree.read(published), Tree.read(current), differences);
        return List.copyOf(differences);
    }

    private static void compare(String place, JsonNode published, JsonNode current, List<String> differences) {
        if (published.isObject() && current.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            published.fieldNames().forEachRemaining(names::add);
            current.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(
                    place + "/" + name.replace("~", "~0").replace("/", "~1"),
                    published.path(name),
                    current.path(name),
                    differences));
        } else if (published.isArray() && current.isArray() && published.size() == current.size()) {
            for (int i = 0; i < published.size(); i++) {
                compare(place + "/" + i, published.get(i), current.get(i), differences);
            }
        } else if (!published.equals(current)) {
            differences.add("%s: published %s, now %s".formatted(place, shown(published), shown(current)));
        }
    }

    private static String shown(JsonNode value) {
        if (value instanceof MissingNode) {
            return "nothing";
        }
        String text = Tree.json(value);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " …";
    }
}
