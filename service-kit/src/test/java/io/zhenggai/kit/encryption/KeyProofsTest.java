package io.zhenggai.kit.encryption;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.kit.testsupport.OnRealServers;
import io.zhenggai.kit.testsupport.Sql;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class KeyProofsTest {

    @Inject
    AgroalDataSource dataSource;

    @BeforeEach
    void beginWithKeysThatNobodyKnows() {
        Sql.execute(dataSource, "delete from key_proof where name like '% proofs-%'");
    }

    @Test
    void theSameKeysAreTakenAgainInAnyOrderAndNewOnesBesides() {
        start("proofs-a:" + key(1));

        assertThatCode(() -> start("proofs-b:" + key(2), "proofs-a:" + key(1))).doesNotThrowAnyException();
        assertThatCode(() -> start("proofs-a:" + key(1), "proofs-b:" + key(2))).doesNotThrowAnyException();
    }

    @Test
    void anotherKeyByTheSameNameKeepsTheServiceFromStarting() {
        start("proofs-a:" + key(1));

        assertThatThrownBy(() -> start("proofs-a:" + key(2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "zhenggai.encryption.keys: the key proofs-a is another one than this database knows");
    }

    @Test
    void soDoesAnotherKeyForDigests() {
        KeyProofs proofs = start("proofs-a:" + key(1));
        proofs.requireSame("proofs-d", new KeyedDigest(key(1)));

        assertThatCode(() -> proofs.requireSame("proofs-d", new KeyedDigest(key(1))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> proofs.requireSame("proofs-d", new KeyedDigest(key(2))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("zhenggai.digest.key is another one than this database knows; put the former one back");
    }

    private KeyProofs start(String... keys) {
        return new KeyProofs(dataSource, new Encryption(List.of(keys), new SecureRandom()));
    }

    private static String key(int filling) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) filling);
        return Base64.getEncoder().encodeToString(key);
    }
}
