package io.zhenggai.plan.campaign;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** A document number 文号 such as 豫工程改革办〔2021〕7号. */
final class DocumentNumber {

    private static final Pattern OPENING = Pattern.compile("[\\[(【〔「]");
    private static final Pattern CLOSING = Pattern.compile("[\\])】〕」]");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private DocumentNumber() {}

    /** @return one form for all ways of writing the same number: brackets of any kind, full or half width, with or without spaces */
    static String key(String number) {
        String folded = WHITE_SPACE
                .matcher(Normalizer.normalize(number, Normalizer.Form.NFKC))
                .replaceAll("");
        return CLOSING.matcher(OPENING.matcher(folded).replaceAll("〔")).replaceAll("〕");
    }
}
