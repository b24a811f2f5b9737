package io.zhenggai.plan.draft;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.text.Characters;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Takes the bytes of a request for the text of a notice, or says what is wrong with them and where. */
final class NoticeText {

    static final int MOST_CHARACTERS = 200_000;

    /** What breaks lines and pages in office software is no fault; every other control character is. */
    private static final String LINE_BREAKS = "\t\n\r\f\u000B\u0085";

    private NoticeText() {}

    /**
     * @return the text in NFC
     * @throws Refusal 400 when it is not UTF-8, holds control characters, is empty or HTML; 413 when it is too long
     */
    static String of(byte[] bytes) {
        String text = decoded(bytes);
        if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
            throw new Refusal(
                    ProblemType.TOO_LARGE,
                    "通知正文至多 " + MOST_CHARACTERS + " 个字符。",
                    "A notice has at most " + MOST_CHARACTERS + " characters.");
        }
        refuseControls(text);
        if (text.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF')) {
            throw Refusal.invalid("text", "通知内容为空", "is empty");
        }
        if (isMarkup(text)) {
            throw Refusal.invalid("text", "内容是 HTML 代码，请粘贴纯文本", "is HTML; send plain text");
        }
        return Characters.normalised(text);
    }

    private static String decoded(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            int line = line(bytes, in.position());
            throw Refusal.invalid(
                    "text",
                    "第 " + line + " 行（第 " + (in.position() + 1) + " 个字节）不是 UTF-8 编码，请将文件另存为 UTF-8 后重新提交",
                    "is not UTF-8 at byte " + (in.position() + 1) + ", in line " + line);
        }
        return out.flip().toString();
    }

    private static int line(byte[] bytes, int place) {
        int line = 1;
        for (int i = 0; i < place; i++) {
            boolean crLf = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
            line += bytes[i] == '\n' || (bytes[i] == '\r' && !crLf) ? 1 : 0;
        }
        return line;
    }

    private static void refuseControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && LINE_BREAKS.indexOf(c) < 0) {
                byte[] before = text.substring(0, i).getBytes(StandardCharsets.UTF_8);
                int line = line(before, before.length);
                throw Refusal.invalid(
                        "text",
                        "第 " + line + " 行含有控制字符（U+" + hex(c) + "），请提交纯文本",
                        "holds the control character U+" + hex(c) + " in line " + line);
            }
        }
    }

    private static String hex(char c) {
        return String.format(Locale.ROOT, "%04X", (int) c);
    }

    /** A text that begins with a tag; a single sign < further on is none. */
    private static boolean isMarkup(String text) {
        String start = text.strip();
        start = start.startsWith("\uFEFF") ? start.substring(1).strip() : start;
        return start.length() > 2
                && start.charAt(0) == '<'
                && (Character.isLetter(start.charAt(1)) && start.charAt(1) < 128 || "!?".indexOf(start.charAt(1)) >= 0)
                && start.indexOf('>') > 0;
    }
}
