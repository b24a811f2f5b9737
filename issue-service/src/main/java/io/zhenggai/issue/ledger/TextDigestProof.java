package io.zhenggai.issue.ledger;

import io.quarkus.runtime.Startup;
import io.zhenggai.kit.encryption.KeyProofs;
import io.zhenggai.kit.encryption.KeyedDigest;
import jakarta.inject.Singleton;

/** With another key nobody can tell any more which text the history means. So the service does not start. */
@Startup
@Singleton
public class TextDigestProof {

    TextDigestProof(KeyProofs proofs, KeyedDigest digest) {
        proofs.requireSame("text received", digest);
    }
}
