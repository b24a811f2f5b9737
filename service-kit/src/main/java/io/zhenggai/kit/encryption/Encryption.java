package io.zhenggai.kit.encryption;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jboss.logging.Logger;

/**
 * Encrypts by AES-256-GCM (NIST SP 800-38D) with the first of the configured keys, and decrypts with whichever of them it was: keys are
 * rotated by putting a new one in front. Each place has a context of its own, so that what was taken from one row and put into
 * another is not read there.
 *
 * <p>Stored are a byte 1 for this form, the length of the key's name, the name, a nonce of 12 bytes, and what was encrypted with a tag
 * of 16 bytes. A service with a key that is none does not start. Nonces are drawn by chance: one key is good for 2<sup>32</sup> uses.
 */
@Startup
@Singleton
public class Encryption {

    private static final Logger LOG = Logger.getLogger(Encryption.class);
    private static final byte FORM = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final Map<String, EncryptionKey> keys = new LinkedHashMap<>();
    private final EncryptionKey first;
    private final SecureRandom random;

    @Inject
    Encryption(EncryptionSettings settings) {
        this(settings.keys(), new SecureRandom());
    }

    Encryption(List<String> keys, SecureRandom random) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("zhenggai.encryption.keys: there is none");
        }
        for (String text : keys) {
            EncryptionKey key = EncryptionKey.parse(text);
            if (this.keys.put(key.name(), key) != null) {
                throw new IllegalArgumentException(
                        "zhenggai.encryption.keys: two keys are called " + key.name() + "; a new key has a new name");
            }
        }
        this.first = this.keys.values().iterator().next();
        this.random = random;
    }

    /** @return what is stored of a text in that column, of the thing with that id */
    public byte[] encrypt(String plain, EncryptedColumn column, UUID owner) {
        return encrypt(plain.getBytes(StandardCharsets.UTF_8), column.context(owner));
    }

    /**
     * @param stored what {@link #encrypt(String, EncryptedColumn, UUID)} gave for the same column and id
     * @throws UnreadableException when its key is not configured, or it was changed or belongs elsewhere
     */
    public String decrypt(byte[] stored, EncryptedColumn column, UUID owner) {
        return new String(decrypt(stored, column.context(owner)), StandardCharsets.UTF_8);
    }

    /** As {@link #decrypt(byte[], EncryptedColumn, UUID)}; empty, and told in the log, where that throws. */
    public Optional<String> decryptIfReadable(byte[] stored, EncryptedColumn column, UUID owner) {
        try {
            return Optional.of(decrypt(stored, column, owner));
        } catch (UnreadableException e) {
            LOG.errorf("%s.%s of %s is passed over: %s", column.table(), column.column(), owner, e.getMessage());
            return Optional.empty();
        }
    }

    /** @return with what begins all that is encrypted with the first key, and nothing else */
    byte[] head() {
        return head(first);
    }

    private static byte[] head(EncryptionKey key) {
        byte[] name = key.name().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(2 + name.length)
                .put(FORM)
                .put((byte) name.length)
                .put(name)
                .array();
    }

    /** @return the name of the key that encrypts */
    String keyName() {
        return first.name();
    }

    /**
     * @param plain any bytes, also none
     * @param context where it is stored: the table, and what tells the row from others for ever
     * @return about 40 bytes more
     */
    public byte[] encrypt(byte[] plain, String context) {
        return encrypt(plain, context, first);
    }

    /** @return the names of all keys, the one that encrypts first */
    Set<String> keyNames() {
        return Collections.unmodifiableSet(keys.keySet());
    }

    /** As {@link #encrypt(byte[], String)}, with the key of that name. */
    byte[] encryptWith(String keyName, byte[] plain, String context) {
        return encrypt(plain, context, key(keyName));
    }

    private byte[] encrypt(byte[] plain, String context, EncryptionKey key) {
        byte[] head = head(key);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain);
            return ByteBuffer.allocate(head.length + NONCE_BYTES + encrypted.length)
                    .put(head)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in GCM mode", e);
        }
    }

    /**
     * @param stored what {@link #encrypt} gave
     * @param context the same as there
     * @throws UnreadableException when its key is not configured, or it was changed or belongs elsewhere
     */
    public byte[] decrypt(byte[] stored, String context) {
        ByteBuffer rest = ByteBuffer.wrap(stored);
        if (rest.remaining() < 2 || rest.get() != FORM) {
            throw new UnreadableException("what is stored was not encrypted by this system");
        }
        int length = Byte.toUnsignedInt(rest.get());
        if (rest.remaining() < length + NONCE_BYTES + TAG_BYTES) {
            throw new UnreadableException("what is stored has been cut off");
        }
        byte[] name = new byte[length];
        rest.get(name);
        byte[] nonce = new byte[NONCE_BYTES];
        rest.get(nonce);
        byte[] encrypted = new byte[rest.remaining()];
        rest.get(encrypted);
        EncryptionKey key = key(new String(name, StandardCharsets.US_ASCII));
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, context).doFinal(encrypted);
        } catch (AEADBadTagException e) {
            throw new UnreadableException("what is stored was changed, belongs to another place, or the key "
                    + key.name() + " is another one than it was");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in GCM mode", e);
        }
    }

    private EncryptionKey key(String name) {
        EncryptionKey key = keys.get(name);
        if (key == null) {
            throw new UnreadableException(
                    "the key " + name + " is needed, and is not in zhenggai.encryption.keys: put it behind the others");
        }
        return key;
    }

    private static Cipher cipher(int mode, EncryptionKey key, byte[] nonce, String context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
