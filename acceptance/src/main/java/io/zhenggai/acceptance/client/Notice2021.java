package io.zhenggai.acceptance.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The notice of 2021, 豫工程改革办〔2021〕7号, from which a campaign is read and published. */
public final class Notice2021 {

    private Notice2021() {}

    /** @return its text, as it was issued */
    public static String text() {
        try (InputStream notice = Notice2021.class.getResourceAsStream("/notice-2021-7.txt")) {
            return new String(notice.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the id of the campaign, which is published as it was read */
    public static String publish(Client province) {
        Answer draft = province.send("/api/v1/campaign-drafts", "text/plain;charset=UTF-8", text(), 201);
        return province.act(
                        "/api/v1/campaign-drafts/" + draft.text("/id") + "/publications",
                        draft.entityTag().orElseThrow())
                .text("/id");
    }
}
