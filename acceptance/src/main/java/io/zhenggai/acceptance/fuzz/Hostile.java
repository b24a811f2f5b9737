package io.zhenggai.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values and bodies that break programs which were not meant for them. */
final class Hostile {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> WORDS = List.of(
            "",
            " ",
            "\u3000",
            "\u0000",
            "a\u0000b",
            "\r\nSet-Cookie: a=b",
            "'; drop table issue; --",
            "\" or 1=1 --",
            "<script>alert(1)</script>",
            "=cmd|'/c calc'!A1",
            "../../etc/passwd",
            "%00",
            "%",
            "{}",
            "${jndi:ldap://127.0.0.1/a}",
            "#{7*7}",
            "null",
            "true",
            "\u202e\u6587\u5b57",
            "\ufeff\u6587",
            "\uffff",
            "e\u0301".repeat(100),
            "a" + "\u0300".repeat(1_000),
            "\udbff\udffd",
            "\ud840\udc00".repeat(10_001),
            "x".repeat(100_001),
            "0000-01-01",
            "0001-01-01",
            "1899-12-31",
            "2021-02-30",
            "2021-10-31",
            "2199-12-31",
            "2200-01-01",
            "9999-12-31",
            "+999999999-12-31",
            "-999999999-01-01",
            "2021-10-31T25:00:00Z",
            "2021-10-31T00:00:00+18:01",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "not-a-uuid",
            "410000",
            "999999",
            "\u0664\u0661\u0660\u0661\u0660\u0660",
            "9223372036854775808",
            "-1",
            "1e309",
            "NaN");

    /** As many characters as texts of the contract may have. */
    private static final int[] BOUNDS = {50, 100, 200, 500, 1_000, 2_000, 4_000, 20_000};

    private static final int PLANES = 17;

    static final List<String> TEXTS = texts();

    static final List<JsonNode> VALUES = values();

    private Hostile() {}

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(WORDS);
        for (int plane = 0; plane < PLANES; plane++) {
            texts.add(Character.toString((plane << 16) + 0x100));
        }
        for (int bound : BOUNDS) {
            texts.add("\u957f".repeat(bound));
            texts.add("\u957f".repeat(bound + 1));
        }
        return List.copyOf(texts);
    }

    private static List<JsonNode> values() {
        List<JsonNode> values = new ArrayList<>(List.of(
                JSON.nullNode(),
                JSON.booleanNode(true),
                JSON.booleanNode(false),
                JSON.numberNode(0),
                JSON.numberNode(-1),
                JSON.numberNode(1),
                JSON.numberNode(3.5),
                JSON.numberNode(Integer.MAX_VALUE),
                JSON.numberNode(Integer.MIN_VALUE),
                JSON.numberNode(Long.MAX_VALUE),
                JSON.numberNode(BigInteger.TWO.pow(200)),
                JSON.numberNode(new BigDecimal("1e400")),
                JSON.numberNode(new BigDecimal("1e-400")),
                JSON.arrayNode(),
                JSON.arrayNode().add(JSON.nullNode()),
                JSON.objectNode(),
                JSON.objectNode().put("\u0000", 1)));
        for (int depth : new int[] {31, 32, 33, 200}) {
            values.add(nested(depth));
        }
        TEXTS.forEach(text -> values.add(JSON.textNode(text)));
        return List.copyOf(values);
    }

    private static JsonNode nested(int depth) {
        ObjectNode inner = JSON.objectNode();
        for (int level = 1; level < depth; level++) {
            inner = JSON.objectNode().set("a", inner);
        }
        return inner;
    }

    /** @return the bytes of a body, made from one that was well-formed */
    static byte[] body(String wellFormed, Chance chance) {
        byte[] bytes = wellFormed.getBytes(StandardCharsets.UTF_8);
        return switch (chance.below(14)) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOf(bytes, chance.below(bytes.length + 1));
            case 2 -> utf8("[".repeat(100_000));
            case 3 -> utf8("{\"a\":".repeat(50_000));
            case 4 -> utf8(wellFormed + "x");
            case 5 -> utf8("\ufeff" + wellFormed);
            case 6 -> wellFormed.getBytes(StandardCharsets.UTF_16);
            case 7 -> utf8(wellFormed.replaceFirst("\\{(\"[^\"]+\":)", "{$10,$1"));
            case 8 -> utf8(wellFormed.replaceFirst("\"[^\"]*\"(?=[,}])", "\"\\\\ud800\""));
            case 9 -> utf8("// a remark\n" + wellFormed);
            case 10 -> utf8("\"" + "y".repeat(1_200_000) + "\"");
            case 11 -> withByte(bytes, chance, (byte) 0xc0);
            case 12 -> withByte(bytes, chance, (byte) 0);
            default -> utf8("NaN");
        };
    }

    private static byte[] withByte(byte[] bytes, Chance chance, byte value) {
        byte[] changed = bytes.clone();
        if (changed.length > 0) {
            changed[chance.below(changed.length)] = value;
        }
        return changed;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
