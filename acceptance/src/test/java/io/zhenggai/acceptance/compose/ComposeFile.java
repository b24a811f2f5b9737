package io.zhenggai.acceptance.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docker-compose.yml}, with its anchors and merges resolved. */
final class ComposeFile {

    static final Path HOME = Path.of("..");

    private final String text;
    private final Map<String, Map<String, Object>> services;
    private final Map<String, Object> volumes;

    private ComposeFile(String text, Map<String, Object> document) {
        this.text = text;
        this.services = part(document, "services");
        this.volumes = part(document, "volumes");
    }

    static ComposeFile read() {
        String text = file("docker-compose.yml");
        return new ComposeFile(text, new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }

    /** @return a file of the repository */
    static String file(String path) {
        try {
            return Files.readString(HOME.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return text;
    }

    Map<String, Map<String, Object>> services() {
        return services;
    }

    Map<String, Object> volumes() {
        return volumes;
    }

    Map<String, Object> service(String name) {
        return services.get(name);
    }

    /** @return the environment of a service, every value as text */
    Map<String, String> environment(String service) {
        Map<String, String> environment = new LinkedHashMap<>();
        Map<String, Object> declared = part(service(service), "environment");
        declared.forEach((name, value) -> environment.put(name, String.valueOf(value)));
        return environment;
    }

    /** @return the words of a service's health check */
    String healthCheck(String service) {
        Map<String, Object> check = part(service(service), "healthcheck");
        return String.join(" ", ComposeFile.<List<String>>part(check, "test"));
    }

    @SuppressWarnings("unchecked")
    static <T> T part(Map<String, Object> of, String name) {
        return (T) of.get(name);
    }
}
