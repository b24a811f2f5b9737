package io.zhenggai.embedded.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The regions of Henan, read once from the reference data. */
final class Regions {

    private static final String RESOURCE = "/henan-regions.csv";
    private static final Map<String, Region> BY_CODE = read();

    private Regions() {}

    static Optional<Region> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The regions of one level in the order of their codes as the reference data has them. */
    static List<Region> ofLevel(Region.Level level) {
        return BY_CODE.values().stream()
                .filter(region -> region.level() == level)
                .toList();
    }

    private static Map<String, Region> read() {
        try (InputStream in = Regions.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, Region> regions = new LinkedHashMap<>();
            reader.lines().skip(1).map(line -> line.split(",", -1)).forEach(columns -> {
                Region region = new Region(columns[0], columns[1], Region.Level.valueOf(columns[2]));
                regions.put(region.code(), region);
            });
            return regions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
