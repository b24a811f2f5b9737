package io.zhenggai.plan.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTextTest {

    @Test
    void aTextIsTakenAsItIsInItsNormalForm() {
        assertThat(NoticeText.of(utf8("通知\r\n\t第二行\f\u000B\u0085"))).isEqualTo("通知\r\n\t第二行\f\u000B\u0085");
        assertThat(NoticeText.of(utf8("e\u0301"))).isEqualTo("\u00E9");
    }

    @Test
    void whatIsNotUtf8IsNamedByByteAndLine() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(utf8("通知\r\n正文\n"));
        bytes.writeBytes(new byte[] {'a', (byte) 0xFF, 'b'});

        assertThat(refused(bytes.toByteArray()).violations().get(0).message().zh())
                .isEqualTo("第 3 行（第 17 个字节）不是 UTF-8 编码，请将文件另存为 UTF-8 后重新提交");
        assertThat(refused(bytes.toByteArray()).violations().get(0).message().en())
                .isEqualTo("is not UTF-8 at byte 17, in line 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "UTF-16", "UTF-16LE", "Big5"})
    void otherEncodingsAreRefused(String charset) {
        assertThat(refused("关于印发方案的通知".getBytes(Charset.forName(charset))).type())
                .isEqualTo(ProblemType.INVALID_REQUEST);
    }

    @Test
    void aTextThatIsCutInTheMiddleOfACharacterIsRefused() {
        byte[] whole = utf8("通知");
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);

        assertThat(refused(cut).violations().get(0).message().en()).isEqualTo("is not UTF-8 at byte 4, in line 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\n", "\u3000\u3000", "\uFEFF", "\uFEFF \t\u00A0"})
    void nothingIsRefused(String text) {
        assertThat(refused(utf8(text)).violations().get(0).message().en()).isEqualTo("is empty");
    }

    @Test
    void controlCharactersAreNamedWithTheirLine() {
        assertThat(refused(utf8("通知\n正\u0000文")).violations().get(0).message().en())
                .isEqualTo("holds the control character U+0000 in line 2");
        assertThat(refused(utf8("\u001B[31m通知")).violations().get(0).message().en())
                .isEqualTo("holds the control character U+001B in line 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<!DOCTYPE html><html></html>", "\uFEFF\n <html lang='zh'>", "<?xml version='1.0'?>", "<p>通知</p>"
            })
    void markupIsRefused(String text) {
        assertThat(refused(utf8(text)).violations().get(0).message().en()).isEqualTo("is HTML; send plain text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<2021年方案>", "< 通知 >", "<", "a<b>c</b>", "《通知》"})
    void whatOnlyHoldsSuchASignIsNone(String text) {
        assertThat(NoticeText.of(utf8(text))).isEqualTo(text);
    }

    @Test
    void charactersAreCountedAsReadersCountThem() {
        String rare = "\uD840\uDC00";
        assertThat(NoticeText.of(utf8(rare.repeat(NoticeText.MOST_CHARACTERS)))).hasSize(400_000);

        Refusal refusal = refused(utf8("通".repeat(NoticeText.MOST_CHARACTERS + 1)));
        assertThat(refusal.type()).isEqualTo(ProblemType.TOO_LARGE);
    }

    private static Refusal refused(byte[] bytes) {
        return catchThrowableOfType(Refusal.class, () -> NoticeText.of(bytes));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
