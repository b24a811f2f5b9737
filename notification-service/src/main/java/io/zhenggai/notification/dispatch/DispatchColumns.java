package io.zhenggai.notification.dispatch;

import io.zhenggai.kit.encryption.EncryptedColumn;
import io.zhenggai.kit.encryption.KeepsEncrypted;
import jakarta.inject.Singleton;
import java.util.List;

/** What of a dispatch is encrypted: the address, and what servers said, who often repeat it. */
@Singleton
public class DispatchColumns implements KeepsEncrypted {

    public static final EncryptedColumn ADDRESS = EncryptedColumn.of("dispatch", "address");
    static final EncryptedColumn SERVER_ANSWER = EncryptedColumn.of("dispatch", "server_answer");
    static final EncryptedColumn ATTEMPT_ANSWER = new EncryptedColumn("dispatch_attempt", "answer", "dispatch_id");

    @Override
    public List<EncryptedColumn> encryptedColumns() {
        return List.of(ADDRESS, SERVER_ANSWER, ATTEMPT_ANSWER);
    }
}
