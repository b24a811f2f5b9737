package io.zhenggai.kit.encryption;

import java.util.List;

/** A bean whose tables have encrypted columns; they are encrypted anew when the key changes. */
public interface KeepsEncrypted {

    /** @return its columns, always the same */
    List<EncryptedColumn> encryptedColumns();
}
