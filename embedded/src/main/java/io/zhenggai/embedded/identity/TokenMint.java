package io.zhenggai.embedded.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Signs tokens with the issuer's key: those that services must accept, and those that they must refuse. */
public final class TokenMint {

    public static final String AUDIENCE = "zhenggai";
    public static final Duration LIFETIME = Duration.ofHours(1);

    private final String issuerUrl;
    private final RSAKey key;
    private final Clock clock;

    /**
     * @param issuerUrl the {@code iss} of good tokens
     * @param key with its private part and a key id
     * @param clock real time
     */
    public TokenMint(String issuerUrl, RSAKey key, Clock clock) {
        this.issuerUrl = issuerUrl;
        this.key = key;
        this.clock = clock;
    }

    /** A mint with the key that {@link #exportKey()} wrote, in another class loader or process. */
    public static TokenMint ofExportedKey(String issuerUrl, String exportedKey, Clock clock) {
        try {
            return new TokenMint(issuerUrl, RSAKey.parse(exportedKey), clock);
        } catch (ParseException e) {
            throw new IllegalArgumentException("not an exported key", e);
        }
    }

    /** A token that is good for one hour from now. */
    public String token(DemonstrationAccount account) {
        return sign(account, issuerUrl, AUDIENCE, clock.instant(), key);
    }

    /** A token that is good that long yet, an hour at the most. */
    public String token(DemonstrationAccount account, Duration yet) {
        return sign(account, issuerUrl, AUDIENCE, clock.instant().plus(yet).minus(LIFETIME), key);
    }

    /** Expired an hour ago, otherwise good. */
    public String expired(DemonstrationAccount account) {
        return sign(account, issuerUrl, AUDIENCE, clock.instant().minus(LIFETIME.multipliedBy(2)), key);
    }

    /** Of an issuer that nobody trusts, otherwise good. */
    public String wrongIssuer(DemonstrationAccount account) {
        return sign(account, issuerUrl + "-other", AUDIENCE, clock.instant(), key);
    }

    /** For another application, otherwise good. */
    public String wrongAudience(DemonstrationAccount account) {
        return sign(account, issuerUrl, "another-application", clock.instant(), key);
    }

    /** Signed with another key under the same key id, otherwise good. */
    public String otherKey(DemonstrationAccount account) {
        return sign(account, issuerUrl, AUDIENCE, clock.instant(), newKey(key.getKeyID()));
    }

    /** Signed by HS256, with the public key that everybody has as the secret (RFC 8725, section 2.1), otherwise good. */
    public String wrongAlgorithm(DemonstrationAccount account) {
        SignedJWT token = new SignedJWT(
                header(JWSAlgorithm.HS256, key.getKeyID()), claims(account, issuerUrl, AUDIENCE, clock.instant()));
        try {
            token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        } catch (JOSEException e) {
            throw new IllegalStateException("a public key is long enough for a secret", e);
        }
        return token.serialize();
    }

    /** Says of itself that it is not signed (alg none), otherwise good. */
    public String unsigned(DemonstrationAccount account) {
        return new PlainJWT(claims(account, issuerUrl, AUDIENCE, clock.instant())).serialize();
    }

    /** The private key as text. It signs anything: only for the inside of one test run. */
    public String exportKey() {
        return key.toJSONString();
    }

    static RSAKey newKey(String keyId) {
        try {
            return new RSAKeyGenerator(2048).keyID(keyId).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform makes RSA keys", e);
        }
    }

    private static String sign(
            DemonstrationAccount account, String issuer, String audience, Instant issuedAt, RSAKey key) {
        SignedJWT token =
                new SignedJWT(header(JWSAlgorithm.RS256, key.getKeyID()), claims(account, issuer, audience, issuedAt));
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the key cannot sign", e);
        }
        return token.serialize();
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String keyId) {
        return new JWSHeader.Builder(algorithm)
                .keyID(keyId)
                .type(JOSEObjectType.JWT)
                .build();
    }

    private static JWTClaimsSet claims(DemonstrationAccount account, String issuer, String audience, Instant issuedAt) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .issueTime(Date.from(issuedAt))
                .notBeforeTime(Date.from(issuedAt))
                .expirationTime(Date.from(issuedAt.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString());
        account.claims().forEach(claims::claim);
        return claims.build();
    }
}
