package io.zhenggai.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhenggai.acceptance.client.LedgerFile;
import io.zhenggai.acceptance.client.Notice2021;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws requests: of any operation, mostly by whom may call it; in three of five JSON bodies there is something wrong. */
final class Shots {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final Pattern ROLE = Pattern.compile("^[^:]+");
    private static final List<String> ACCOUNTS = List.of(
            "province",
            "province:2",
            "office:410100",
            "office:410100:2",
            "office:410200",
            "county:410181",
            "department:410100:住建局",
            "member-unit:省自然资源厅",
            "indicator-lead:410100:发改委",
            "leader",
            "auditor",
            "system:complaints");

    private final Api api;
    private final World world;
    private final Values values;
    private final Chance chance;
    private final UnaryOperator<String> tokens;
    private final List<String> keys = new ArrayList<>();

    /** @param tokens of accounts */
    Shots(Api api, World world, Chance chance, UnaryOperator<String> tokens) {
        this.api = api;
        this.world = world;
        this.values = new Values(api, world, chance);
        this.chance = chance;
        this.tokens = tokens;
    }

    Shot next() {
        Api.Operation operation = chance.of(api.operations());
        String account = account(operation);
        String path = path(operation);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + (chance.percent(1) ? text() : tokens.apply(account)));
        Optional<byte[]> body = operation.body().map(declared -> {
            String type = declared.getKey().equals("*/*") ? "text/plain" : declared.getKey();
            headers.put("Content-Type", chance.percent(4) ? "application/xml" : type);
            return body(type, declared.getValue().path("schema"));
        });
        addHeaders(operation, path, headers);
        headers.replaceAll((name, value) -> sendable(value));
        return new Shot(operation, account, path, query(operation), headers, body);
    }

    private String account(Api.Operation operation) {
        List<String> allowed = ACCOUNTS.stream()
                .filter(account -> {
                    Matcher role = ROLE.matcher(account);
                    return role.find() && operation.mayBeCalledBy(role.group());
                })
                .toList();
        return chance.of(allowed.isEmpty() || chance.percent(10) ? ACCOUNTS : allowed);
    }

    /** What stands in the place of a parameter is known by the word before it. */
    private String path(Api.Operation operation) {
        Matcher parameter = PARAMETER.matcher(operation.path());
        StringBuilder path = new StringBuilder();
        while (parameter.find()) {
            String before = operation.path().substring(0, parameter.start() - 1);
            String value = chance.percent(85) ? known(operation, parameter.group(1), before) : text();
            parameter.appendReplacement(path, Matcher.quoteReplacement(value.isEmpty() ? "-" : encoded(value)));
        }
        return parameter.appendTail(path).toString();
    }

    private String known(Api.Operation operation, String parameter, String before) {
        JsonNode schema = operation.parameterSchema(parameter);
        if (schema.has("enum")) {
            return values.valid(schema, parameter).asText();
        }
        if (schema.path("type").asText().equals("integer")) {
            return Integer.toString(1 + chance.below(2));
        }
        return world.id(World.collection(before), chance)
                .orElseGet(() -> chance.uuid().toString());
    }

    private String query(Api.Operation operation) {
        List<String> parts = new ArrayList<>();
        for (JsonNode parameter : operation.declaration().path("parameters")) {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("query")
                    && (parameter.path("required").asBoolean() ? chance.percent(95) : chance.percent(30))) {
                String value = chance.percent(70)
                        ? values.valid(parameter.path("schema"), name).asText()
                        : text();
                parts.add(name + "=" + encoded(value));
                if (chance.percent(3)) {
                    parts.add(name + "=" + encoded(value));
                }
            }
        }
        if (chance.percent(4)) {
            parts.add(encoded(text()) + "=" + encoded(text()));
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private byte[] body(String type, JsonNode schema) {
        if (!type.equals("application/json")) {
            return file(type).getBytes(StandardCharsets.UTF_8);
        }
        JsonNode tree = values.valid(schema, "");
        int wrongs = chance.percent(40) ? 0 : 1 + chance.below(3);
        for (int i = 0; i < wrongs; i++) {
            tree = values.spoiled(tree);
        }
        return chance.percent(12)
                ? Hostile.body(tree.toString(), chance)
                : tree.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String file(String type) {
        if (chance.percent(20)) {
            return text();
        }
        if (type.equals("text/csv")) {
            List<String> cells = new ArrayList<>(LedgerFile.row("410100", 1 + chance.below(1_000)));
            if (chance.percent(70)) {
                cells.set(chance.below(cells.size()), "\"" + text().replace("\"", "\"\"") + "\"");
            }
            return String.join(",", LedgerFile.COLUMNS) + "\r\n" + String.join(",", cells) + "\r\n";
        }
        String notice = Notice2021.text();
        int at = chance.below(notice.length());
        return notice.substring(0, at) + (chance.percent(50) ? text() : "") + notice.substring(at);
    }

    private void addHeaders(Api.Operation operation, String path, Map<String, String> headers) {
        for (JsonNode parameter : operation.declaration().path("parameters")) {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("header")) {
                Optional<String> value = name.equals("Idempotency-Key") ? key() : tag(operation.path(), path);
                value.ifPresent(known -> headers.put(name, known));
            }
        }
        if (chance.percent(10)) {
            headers.put("Accept-Language", chance.percent(50) ? "en" : text());
        }
        if (chance.percent(5)) {
            headers.put("Accept", chance.percent(50) ? "text/html" : text());
        }
    }

    private Optional<String> key() {
        if (chance.percent(70)) {
            return Optional.empty();
        }
        String key = chance.percent(20) ? text() : chance.uuid().toString();
        keys.add(key);
        return Optional.of(chance.percent(30) ? chance.of(keys) : key);
    }

    private Optional<String> tag(String template, String path) {
        if (chance.percent(10)) {
            return Optional.empty();
        }
        return Optional.of(chance.percent(75) ? world.tag(template, path).orElse("*") : text());
    }

    private String text() {
        String text = chance.of(Hostile.TEXTS);
        // An address or a header of a hundred thousand characters is the server's affair and not ours.
        return text.substring(0, Math.min(text.length(), 1_000));
    }

    /** A header field holds no controls and, sent by this client, nothing but Latin. */
    private static String sendable(String value) {
        return value.replaceAll("[^\\x20-\\x7e]", "?");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
