package io.zhenggai.embedded.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** The databases' passwords and encryption keys, made by chance once per data directory and readable by its owner only. */
final class LocalSecrets {

    static final String FILE = "secrets.properties";
    static final String SUPERUSER = "postgres";

    /** What the file was called while it held nothing but passwords. */
    private static final String FORMER_FILE = "database-passwords.properties";

    /** Those whose services find or tell personal data by digests. */
    private static final List<LocalService> DIGESTING = List.of(LocalService.ISSUE, LocalService.NOTIFICATION);

    private static final int KEY_BYTES = 32;

    private final Properties secrets;

    private LocalSecrets(Properties secrets) {
        this.secrets = secrets;
    }

    /** Reads the secrets in the directory; makes them, and adds what is missing. */
    static LocalSecrets in(Path directory, SecureRandom random) {
        try {
            Path file = directory.resolve(FILE);
            Path former = directory.resolve(FORMER_FILE);
            if (Files.exists(former) && !Files.exists(file)) {
                Files.move(former, file, StandardCopyOption.ATOMIC_MOVE);
            }
            Properties secrets = Files.exists(file) ? load(file) : new Properties();
            if (addMissing(secrets, random)) {
                write(secrets, file);
            }
            return new LocalSecrets(secrets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the secrets that are there and changes nothing: another process may use them. */
    static LocalSecrets read(Path directory) {
        try {
            return new LocalSecrets(load(directory.resolve(FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load(Path file) throws IOException {
        Properties secrets = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            secrets.load(in);
        }
        return secrets;
    }

    String password(String role) {
        return secrets.getProperty(role);
    }

    /** As a service is told it: name and key. */
    String encryptionKey(String database) {
        return "local:" + secrets.getProperty(keyName(database));
    }

    /** With which a service makes digests of personal data; empty for one that makes none. */
    Optional<String> digestKey(String database) {
        return Optional.ofNullable(secrets.getProperty(digestKeyName(database)));
    }

    /** Database (and role) to password. */
    Map<String, String> passwordsOfDatabases() {
        return LocalService.behindGateway().stream()
                .flatMap(service -> service.database().stream())
                .collect(Collectors.toMap(name -> name, this::password));
    }

    private static boolean addMissing(Properties secrets, SecureRandom random) {
        boolean added = secrets.putIfAbsent(SUPERUSER, newPassword(random)) == null;
        for (LocalService service : LocalService.behindGateway()) {
            String database = service.database().orElseThrow();
            added |= secrets.putIfAbsent(database, newPassword(random)) == null;
            added |= secrets.putIfAbsent(keyName(database), newKey(random)) == null;
            if (DIGESTING.contains(service)) {
                added |= secrets.putIfAbsent(digestKeyName(database), newKey(random)) == null;
            }
        }
        return added;
    }

    private static String digestKeyName(String database) {
        return database + ".digest-key";
    }

    private static String keyName(String database) {
        return database + ".encryption-key";
    }

    private static void write(Properties secrets, Path file) throws IOException {
        Path unfinished = Files.createTempFile(
                file.getParent(),
                "secrets-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            secrets.store(out, "of the local system");
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String newKey(SecureRandom random) {
        return Base64.getEncoder().encodeToString(chance(KEY_BYTES, random));
    }

    private static String newPassword(SecureRandom random) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(chance(24, random));
    }

    private static byte[] chance(int length, SecureRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
