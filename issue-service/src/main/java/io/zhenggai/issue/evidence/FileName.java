package io.zhenggai.issue.evidence;

import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.text.Characters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The name of an uploaded file, in Unicode's form NFC: a name and not a path, with nothing in it that shows as something else.
 *
 * @param value at most 200 characters
 */
record FileName(String value) {

    private static final int MOST_CHARACTERS = 200;

    /**
     * @param text as sent; null when nothing was
     * @throws Refusal 400 that says what is wrong with it
     */
    static FileName of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw refused("请提供文件名", "is required");
        }
        String name = Characters.normalised(text.strip());
        if (Characters.count(name) > MOST_CHARACTERS) {
            throw refused("文件名不能超过 " + MOST_CHARACTERS + " 个字", "has at most " + MOST_CHARACTERS + " characters");
        }
        if (name.contains("/") || name.contains("\\") || name.equals(".") || name.equals("..")) {
            throw refused("只需文件名，不能带路径", "must be a name, not a path");
        }
        if (name.startsWith(".")) {
            throw refused("文件名不能以点开头", "must not begin with a dot");
        }
        if (!Characters.areStorable(name) || name.codePoints().anyMatch(FileName::isHidden)) {
            throw refused("文件名含有控制字符或不可见字符", "holds characters that cannot be seen");
        }
        return new FileName(name);
    }

    /** @return what follows the last dot, in small letters; empty when there is no dot */
    String extension() {
        int dot = value.lastIndexOf('.');
        return dot < 0 ? "" : value.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Among them the marks that turn the direction of writing: "annexe[RLO]fdp.exe" shows as "annexeexe.pdf". */
    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static Refusal refused(String zh, String en) {
        return Refusal.invalid("fileName", zh, en);
    }
}
