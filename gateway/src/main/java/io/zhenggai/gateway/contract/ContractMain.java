package io.zhenggai.gateway.contract;

import io.zhenggai.gateway.routing.RoutingTable;
import io.zhenggai.gateway.routing.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Writes the contract, and beside it who may call what in {@code permissions.md}: {@code ContractMain docs/openapi.yaml
 * issue-service=http://127.0.0.1:8081/q/openapi …}. Each source is a file or an address; a service that is not named publishes nothing.
 */
public final class ContractMain {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ContractMain() {}

    /**
     * @param arguments the file to write, then {@code service=source} for each service
     * @throws IllegalArgumentException when they are not of that form
     * @throws ContractException when the documents do not make one contract
     * @throws IOException when a source cannot be read or the file cannot be written
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("usage: FILE SERVICE=SOURCE...");
        }
        Map<Service, String> documents = new EnumMap<>(Service.class);
        for (String argument : Arrays.copyOfRange(arguments, 1, arguments.length)) {
            String[] serviceAndSource = argument.split("=", 2);
            Service service = Service.of(serviceAndSource[0])
                    .filter(known -> serviceAndSource.length == 2)
                    .orElseThrow(() -> new IllegalArgumentException("not SERVICE=SOURCE: " + argument));
            documents.put(service, read(serviceAndSource[1]));
        }
        String contract = new ContractMerger(RoutingTable.standard()).merge(documents);
        Path file = Path.of(arguments[0]);
        Files.writeString(file, contract);
        Files.writeString(file.resolveSibling("permissions.md"), PermissionTable.of(contract));
    }

    private static String read(String source) throws IOException, InterruptedException {
        if (!source.startsWith("http:")) {
            return Files.readString(Path.of(source));
        }
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(source)).timeout(PATIENCE).build();
        HttpResponse<String> response = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(source + " answers " + response.statusCode());
        }
        return response.body();
    }
}
