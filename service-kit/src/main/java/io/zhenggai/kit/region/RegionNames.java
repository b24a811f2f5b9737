package io.zhenggai.kit.region;

import static java.util.stream.Collectors.toMap;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds a region by the names that people write in ledgers; see {@link Regions#byName}. */
final class RegionNames {

    private static final Map<String, String> SHORT_ENDINGS = Map.of(
            "高新技术产业开发区", "高新区",
            "经济技术开发区", "经开区",
            "经济开发区", "经开区",
            "城乡一体化示范区", "示范区",
            "航空港经济综合实验区", "航空港区",
            "回族区", "区");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    /** A stem keeps two characters at least: 新县 is never written 新. */
    private static final Pattern STEM = Pattern.compile("(..+?)(?:回族区|示范区|[省市县区])");

    private final Region province;
    private final Map<Region, Set<String>> forms;
    private final Map<String, Set<Region>> byName;
    private final Map<String, Set<Region>> byFormOfOffice;
    private final Map<String, Set<Region>> byForm;
    private final Map<Region, Map<String, Set<Region>>> byFormWithinCity = new LinkedHashMap<>();

    /** Writes down every form once: a sheet of thousands of rows asks as often. */
    RegionNames(Regions regions) {
        province = regions.province();
        forms = regions.all().stream().collect(toMap(Function.identity(), RegionNames::formsOf));
        byName = index(regions.all(), region -> Stream.of(region.name()));
        byForm = index(regions.all(), region -> forms.get(region).stream());
        byFormOfOffice = index(
                Stream.concat(Stream.of(province), regions.offices().stream()).toList(),
                region -> forms.get(region).stream());
        regions.offices()
                .forEach(city -> byFormWithinCity.put(
                        city, index(regions.below(city.code()), region -> formsWithin(city, region))));
    }

    Optional<Region> find(String name) {
        String wanted = WHITE_SPACE
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("");
        return findAsWritten(wanted).or(() -> behind(province, wanted).flatMap(this::findAsWritten));
    }

    /** From what cannot be mistaken to what still means only one: a name, a city's form, any form, a form behind its city. */
    private Optional<Region> findAsWritten(String wanted) {
        return only(found(byName, wanted))
                .or(() -> only(found(byFormOfOffice, wanted)))
                .or(() -> only(found(byForm, wanted)))
                .or(() ->
                        only(byFormWithinCity.entrySet().stream().flatMap(city -> behind(city.getKey(), wanted).stream()
                                .flatMap(rest -> found(city.getValue(), rest)))))
                .or(() -> only(byFormWithinCity.values().stream().flatMap(within -> found(within, wanted))));
    }

    private static Stream<Region> found(Map<String, Set<Region>> index, String wanted) {
        return index.getOrDefault(wanted, Set.of()).stream();
    }

    private static Map<String, Set<Region>> index(List<Region> regions, Function<Region, Stream<String>> names) {
        Map<String, Set<Region>> index = new HashMap<>();
        regions.forEach(
                region -> names.apply(region).forEach(name -> index.computeIfAbsent(name, key -> new LinkedHashSet<>())
                        .add(region)));
        return index;
    }

    private Stream<String> formsWithin(Region city, Region region) {
        return forms.get(region).stream()
                .flatMap(form -> Stream.concat(Stream.of(form), behind(province, form).stream()))
                .flatMap(form -> Stream.concat(Stream.of(form), behind(city, form).stream()));
    }

    /** What follows the name of a region, full or short, at the beginning of a text. */
    private Optional<String> behind(Region region, String text) {
        return forms.get(region).stream()
                .filter(form -> text.startsWith(form) && text.length() > form.length())
                .map(form -> text.substring(form.length()))
                .findFirst();
    }

    /** The forms of a name, the full one first. */
    private static Set<String> formsOf(Region region) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(region.name());
        if (region.level() == RegionLevel.CITY) {
            stemOf(region).ifPresent(stem -> forms.add(stem + "市"));
        }
        SHORT_ENDINGS.forEach((ending, shortEnding) -> {
            if (region.name().endsWith(ending)) {
                forms.add(region.name().substring(0, region.name().length() - ending.length()) + shortEnding);
            }
        });
        stemOf(region).ifPresent(forms::add);
        return forms;
    }

    private static Optional<String> stemOf(Region region) {
        Matcher stem = STEM.matcher(region.name());
        return region.level() != RegionLevel.ZONE && stem.matches() ? Optional.of(stem.group(1)) : Optional.empty();
    }

    private static Optional<Region> only(Stream<Region> candidates) {
        List<Region> found = candidates.distinct().limit(2).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
