package io.zhenggai.acceptance.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.WithDefault;
import io.zhenggai.gateway.GatewaySettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The environment variables that mean something to a built service, and those that it does not start without. */
final class KnownSettings {

    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    /** Services run as processes and are not on this class path; their sources are. */
    private static final String MAIL_SETTINGS =
            "notification-service/src/main/java/io/zhenggai/notification/mail/MailSettings.java";

    private static final String KIT = "service-kit/src/main/java/io/zhenggai/kit/";

    private static final String OBJECTS = "issue-service/src/main/java/io/zhenggai/issue/object/";

    private static final Pattern SETTING = Pattern.compile("(\\w+)\\(\\);");
    private static final Pattern NAMED = Pattern.compile("\"(zhenggai\\.[a-z.-]+)\"");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private KnownSettings() {}

    /** Everything that may be set at run time: of the extensions that are packed into it, of the kit, and its own. */
    static Set<String> of(String module) {
        Set<String> known = new TreeSet<>();
        Set<String> fixed = new TreeSet<>();
        Path built = ComposeFile.HOME.resolve(module).resolve("target/quarkus-app/lib/main");
        try (Stream<Path> jars = Files.list(built)) {
            jars.filter(jar -> jar.toString().endsWith(".jar")).forEach(jar -> addExtension(jar, known, fixed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (module.equals("gateway")) {
            visit("zhenggai.gateway", GatewaySettings.class, (name, hasDefault) -> known.add(variable(name)));
        } else {
            ProducerConfig.configNames().forEach(name -> known.add(variable("kafka." + name)));
            properties("service-kit/src/main/resources/META-INF/microprofile-config.properties")
                    .forEach(name -> known.add(variable(name)));
            addMapping("zhenggai.encryption", KIT + "encryption/EncryptionSettings.java", known);
            addMapping("zhenggai.claims", KIT + "identity/ClaimNames.java", known);
        }
        if (module.equals("notification-service")) {
            addMapping("zhenggai.mail", MAIL_SETTINGS, known);
        }
        if (module.equals("issue-service")) {
            addMapping("zhenggai.objects", OBJECTS + "ObjectStoreSettings.java", known);
            addMapping(
                    "zhenggai.virus-scan",
                    "issue-service/src/main/java/io/zhenggai/issue/scan/VirusScanSettings.java",
                    known);
            addMapping("zhenggai.s3", OBJECTS + "S3Settings.java", known);
        }
        if (List.of("issue-service", "notification-service").contains(module)) {
            addNamed(KIT + "encryption/KeyedDigest.java", known);
        }
        properties(module + "/src/main/resources/application.properties").forEach(name -> known.add(variable(name)));
        // Our own files set some of these too; a variable comes too late for them.
        known.removeAll(fixed);
        return known;
    }

    /** Those of the gateway that have no default anywhere. */
    static Set<String> requiredByGateway() {
        Set<String> given = properties("gateway/src/main/resources/application.properties");
        Set<String> required = new TreeSet<>();
        visit("zhenggai.gateway", GatewaySettings.class, (name, hasDefault) -> {
            if (!hasDefault && !given.contains(name)) {
                required.add(variable(name));
            }
        });
        return required;
    }

    private interface Visitor {
        void setting(String name, boolean hasDefault);
    }

    private static void visit(String prefix, Class<?> mapping, Visitor visitor) {
        for (Method method : mapping.getMethods()) {
            String name = prefix + "." + kebab(method.getName());
            if (method.getReturnType().getName().startsWith(GatewaySettings.class.getName() + "$")) {
                visit(name, method.getReturnType(), visitor);
            } else {
                visitor.setting(
                        name,
                        method.isAnnotationPresent(WithDefault.class) || method.getReturnType() == Optional.class);
            }
        }
    }

    /** The settings of a typed interface, by its source. */
    private static void addMapping(String prefix, String source, Set<String> known) {
        Matcher setting = SETTING.matcher(ComposeFile.file(source));
        while (setting.find()) {
            known.add(variable(prefix + "." + kebab(setting.group(1))));
        }
    }

    /** The settings that a source names whole. */
    private static void addNamed(String source, Set<String> known) {
        Matcher named = NAMED.matcher(ComposeFile.file(source));
        while (named.find()) {
            known.add(variable(named.group(1)));
        }
    }

    private static void addExtension(Path jar, Set<String> known, Set<String> fixed) {
        try (JarFile file = new JarFile(jar.toFile())) {
            ZipEntry model = file.getEntry(MODEL);
            if (model != null) {
                try (InputStream in = file.getInputStream(model)) {
                    addSettings(MAPPER.readTree(in), known, fixed);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param fixed takes what is decided when the service is built */
    private static void addSettings(JsonNode node, Set<String> known, Set<String> fixed) {
        if (node.has("phase")) {
            Set<String> settings = node.path("phase").asText().equals("RUN_TIME") ? known : fixed;
            settings.addAll(node.findValuesAsText("environmentVariable"));
        }
        node.forEach(member -> addSettings(member, known, fixed));
    }

    private static Set<String> properties(String path) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(ComposeFile.file(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toCollection(TreeSet::new));
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
