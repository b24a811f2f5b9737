package io.zhenggai.kit.encryption;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/** With which keys a service encrypts. There is no default: a key that everybody knows is none. */
@ConfigMapping(prefix = "zhenggai.encryption")
interface EncryptionSettings {

    /**
     * @return one or more of {@code name:key}, the key being 32 bytes of chance in Base64; the first encrypts, the others are those
     *     that were first before and are needed as long as something encrypted with them is left
     */
    List<String> keys();
}
