package io.zhenggai.notification.contact;

import io.quarkus.runtime.Startup;
import io.zhenggai.kit.encryption.KeyProofs;
import io.zhenggai.kit.encryption.KeyedDigest;
import jakarta.inject.Singleton;

/** With another key no address is found: every message would be cancelled and planned again. So the service does not start. */
@Startup
@Singleton
public class AddressDigestProof {

    AddressDigestProof(KeyProofs proofs, KeyedDigest digest) {
        proofs.requireSame("address", digest);
    }
}
