package io.zhenggai.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "zhang@example.com, zhang@example.com",
        "Zhang.San@Example.COM, zhang.san@example.com",
        "zhang+gg@mail.zhengzhou.gov.cn, zhang+gg@mail.zhengzhou.gov.cn",
        "o'neil_1-2@a-b.example, o'neil_1-2@a-b.example",
        "zhang@例子.中国, zhang@xn--fsqu00a.xn--fiqs8s",
        "zhang@xn--fsqu00a.xn--fiqs8s, zhang@xn--fsqu00a.xn--fiqs8s",
        "1234567@qq.com, 1234567@qq.com"
    })
    void readsOnePlainAddress(String text, String ascii) {
        assertThat(EmailAddress.parse(text)).map(EmailAddress::value).contains(ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "zhang",
                "@example.com",
                "zhang@",
                "zhang@localhost",
                "zhang@127.0.0.1",
                "zhang@[127.0.0.1]",
                "zhang@example.123",
                "zhang@@example.com",
                "zhang@li@example.com",
                ".zhang@example.com",
                "zhang.@example.com",
                "zhang..san@example.com",
                "zhang@example..com",
                "zhang@-example.com",
                "zhang@example-.com",
                "zhang@exam_ple.com",
                " zhang@example.com",
                "zhang@example.com ",
                "zhang @example.com",
                "zhang@exam ple.com",
                "zhang@example.com,li@example.com",
                "zhang@example.com;li@example.com",
                "张三 <zhang@example.com>",
                "<zhang@example.com>",
                "\"zhang san\"@example.com",
                "zhang(comment)@example.com",
                "张三@example.com",
                "zhang＠example.com",
                "zhang@example.com\r\nBcc: li@example.com",
                "zhang@example.com\n",
                "zhang\r@example.com",
                "zhang@example.com\u0000",
                "zhang\u0000@example.com",
                "zhang@exa\u0000mple.com",
                "zhang@\u202eexample.com"
            })
    void refusesAnythingElse(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void boundsTheLengthOfTheWholeAndOfItsParts() {
        String local = "a".repeat(64);
        String label = "b".repeat(63);
        String longest = local + "@" + label + "." + label + "." + "c".repeat(57) + ".com";
        assertThat(longest).hasSize(254);

        assertThat(EmailAddress.parse(longest)).isPresent();
        assertThat(EmailAddress.parse(longest + "m")).isEmpty();
        assertThat(EmailAddress.parse("a" + local + "@example.com")).isEmpty();
        assertThat(EmailAddress.parse("zhang@b" + label + ".com")).isEmpty();
        assertThat(EmailAddress.parse("zhang@" + "a.".repeat(500_000) + "com")).isEmpty();
    }

    @Test
    void boundsTheLengthInItsAsciiForm() {
        String chinese = "zhang@" + "例子.".repeat(40) + "中国";

        assertThat(chinese).hasSizeLessThan(254);
        assertThat(EmailAddress.parse(chinese)).isEmpty();
    }

    @Test
    void isShownInItsOwnScriptAndMaskedWithoutTheName() {
        EmailAddress address = EmailAddress.parse("zhang@例子.中国").orElseThrow();

        assertThat(address.shown()).isEqualTo("zhang@例子.中国");
        assertThat(address.masked()).isEqualTo("z***@xn--fsqu00a.xn--fiqs8s");
    }

    @Test
    void refusalDoesNotRepeatTheAddress() {
        assertThatThrownBy(() -> new EmailAddress("Zhang@example.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Zhang");
    }
}
