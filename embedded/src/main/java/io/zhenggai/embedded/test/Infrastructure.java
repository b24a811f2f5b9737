package io.zhenggai.embedded.test;

import io.zhenggai.embedded.identity.DemonstrationAccount;
import io.zhenggai.embedded.identity.TokenMint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The infrastructure of this test JVM, usable from any class loader in it. */
public final class Infrastructure {

    private Infrastructure() {}

    /** Starts it when this JVM has none yet, in about four seconds, and returns it. */
    public static Infrastructure start() {
        // The one lock that is the same object in every class loader.
        synchronized (Runtime.getRuntime()) {
            if (System.getProperty(InfrastructureMain.ISSUER_URL) == null) {
                InfrastructureMain.startForThisJvm();
            }
        }
        return new Infrastructure();
    }

    /**
     * The infrastructure that this JVM already has.
     *
     * @throws IllegalStateException when nothing has started it: the test lacks {@link InfrastructureResource}
     */
    public static Infrastructure current() {
        property(InfrastructureMain.ISSUER_URL);
        return new Infrastructure();
    }

    /** Of one of the databases issues, plans, reports, notifications; its owning role has the same name. */
    public String jdbcUrl(String database) {
        return property(InfrastructureMain.JDBC_URL_BASE) + database;
    }

    /** The password of a database's owning role. */
    public String password(String database) {
        return property(InfrastructureMain.DATABASE_PASSWORD);
    }

    /** With which every service under test encrypts, as it is told it. */
    public String encryptionKey() {
        return property(InfrastructureMain.ENCRYPTION_KEY);
    }

    /** With which every service under test finds again what it encrypted. */
    public String digestKey() {
        return property(InfrastructureMain.DIGEST_KEY);
    }

    /** Where a service under test keeps files; gone with the JVM. */
    public Path fileDirectory() {
        return Path.of(property(InfrastructureMain.FILE_DIRECTORY));
    }

    public String bootstrapServers() {
        return property(InfrastructureMain.BOOTSTRAP_SERVERS);
    }

    public String issuerUrl() {
        return property(InfrastructureMain.ISSUER_URL);
    }

    /** A good bearer token for a demonstration account such as {@code office:410100:2}. */
    public String token(String account) {
        return mint().token(DemonstrationAccount.parse(account));
    }

    /** Signs good and bad tokens with the issuer's own key. */
    public TokenMint mint() {
        return TokenMint.ofExportedKey(issuerUrl(), property(InfrastructureMain.ISSUER_KEY), Clock.systemUTC());
    }

    public int smtpPort() {
        return Integer.parseInt(property(InfrastructureMain.SMTP_PORT));
    }

    /** Where each mail received lies as one {@code .eml} file. */
    public Path mailDirectory() {
        return Path.of(property(InfrastructureMain.MAIL_DIRECTORY));
    }

    /** The mails received by all tests of this JVM, in order of arrival. */
    public List<Path> mails() {
        try (Stream<Path> files = Files.list(mailDirectory())) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("no infrastructure was started in this JVM: the property " + name
                    + " is missing; add InfrastructureResource to the test");
        }
        return value;
    }
}
