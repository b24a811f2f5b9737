package io.zhenggai.kit.region;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private final Regions regions;

    RegionNames(Regions regions) {
        this.regions = regions;
    }

    Optional<Region> find(String name) {
        String wanted = WHITE_SPACE
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("");
        return findAsWritten(wanted).or(() -> behind(regions.province(), wanted).flatMap(this::findAsWritten));
    }

    /** From what cannot be mistaken to what still means only one: a name, a city's form, any form, a form behind its city. */
    private Optional<Region> findAsWritten(String wanted) {
        return only(regions.all().stream().filter(region -> region.name().equals(wanted)))
                .or(() -> only(Stream.concat(Stream.of(regions.province()), regions.offices().stream())
                        .filter(region -> formsOf(region).contains(wanted))))
                .or(() -> only(
                        regions.all().stream().filter(region -> formsOf(region).contains(wanted))))
                .or(() -> only(regions.offices().stream()
                        .flatMap(city -> behind(city, wanted).stream().flatMap(rest -> within(city, rest)))))
                .or(() -> only(regions.offices().stream().flatMap(city -> within(city, wanted))));
    }

    private Stream<Region> within(Region city, String wanted) {
        return regions.below(city.code()).stream().filter(region -> formsOf(region).stream()
                .flatMap(form -> Stream.concat(Stream.of(form), behind(regions.province(), form).stream()))
                .flatMap(form -> Stream.concat(Stream.of(form), behind(city, form).stream()))
                .anyMatch(wanted::equals));
    }

    /** What follows the name of a region, full or short, at the beginning of a text. */
    private static Optional<String> behind(Region region, String text) {
        return formsOf(region).stream()
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
