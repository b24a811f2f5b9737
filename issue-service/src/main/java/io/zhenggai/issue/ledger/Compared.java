package io.zhenggai.issue.ledger;

import io.zhenggai.kit.encryption.Sha256;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Texts as they are compared: {@code ９ 号} and {@code 9号} say the same. Migration V3 does so too with what was there before. */
final class Compared {

    private Compared() {}

    /** @return the text in Unicode's form NFKC, in which full and half width are one, without what cannot be seen */
    static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(character -> !Stripped.isInvisible(character))
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }

    /** @return whether they say the same; nothing says the same as a text */
    static boolean areSame(@Nullable String one, String other) {
        return one != null && of(one).equals(of(other));
    }

    /** @return the SHA-256 of a text, 64 hexadecimal digits */
    static String digest(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
