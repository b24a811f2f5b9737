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
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The passwords of the database roles, made by chance once per data directory and readable by its owner only. */
final class DatabasePasswords {

    static final String FILE = "database-passwords.properties";
    static final String SUPERUSER = "postgres";

    private final Properties passwords;

    private DatabasePasswords(Properties passwords) {
        this.passwords = passwords;
    }

    /** Reads the passwords in the directory; makes them, and adds what is missing. */
    static DatabasePasswords in(Path directory, SecureRandom random) {
        try {
            Path file = directory.resolve(FILE);
            Properties passwords = new Properties();
            if (Files.exists(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    passwords.load(in);
                }
            }
            if (addMissing(passwords, random)) {
                write(passwords, file);
            }
            return new DatabasePasswords(passwords);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(String role) {
        return passwords.getProperty(role);
    }

    /** Database (and role) to password. */
    Map<String, String> ofDatabases() {
        return LocalService.behindGateway().stream()
                .flatMap(service -> service.database().stream())
                .collect(Collectors.toMap(name -> name, this::of));
    }

    private static boolean addMissing(Properties passwords, SecureRandom random) {
        boolean added = passwords.putIfAbsent(SUPERUSER, newPassword(random)) == null;
        for (LocalService service : LocalService.behindGateway()) {
            added |= passwords.putIfAbsent(service.database().orElseThrow(), newPassword(random)) == null;
        }
        return added;
    }

    private static void write(Properties passwords, Path file) throws IOException {
        Path unfinished = Files.createTempFile(
                file.getParent(),
                "passwords-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            passwords.store(out, "of the local system's database roles");
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String newPassword(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
