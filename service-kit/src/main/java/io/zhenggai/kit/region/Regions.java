package io.zhenggai.kit.region;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.zhenggai.kit.reference.ReferenceRow;
import io.zhenggai.kit.reference.ReferenceTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All regions of one province, in the order of their codes. Immutable and safe for use by many threads. */
public final class Regions {

    private static final String RESOURCE = "/henan-regions.csv";
    private static final String[] COLUMNS = {"code", "name", "level", "parent"};

    private final List<Region> all;
    private final Map<RegionCode, Region> byCode;
    private final RegionNames names;

    private Regions(List<Region> all) {
        this.all = all.stream().sorted(Comparator.comparing(Region::code)).toList();
        this.byCode = this.all.stream().collect(toUnmodifiableMap(Region::code, Function.identity()));
        this.names = new RegionNames(this);
    }

    /** The regions of Henan as shipped with the project ({@code data/henan-regions.csv}). */
    public static Regions ofHenan() {
        return of(ReferenceTable.ofResource(RESOURCE, COLUMNS));
    }

    /**
     * Regions from the lines of a table with the columns {@code code,name,level,parent}; a parent stands above its
     * children.
     *
     * @param source what to call the table in messages
     * @throws IllegalArgumentException when a row is wrong, naming line and field: no code, a code named twice, unknown
     *     level, a parent that is missing, unknown or of the wrong level
     */
    public static Regions ofLines(String source, List<String> lines) {
        return of(ReferenceTable.ofLines(source, lines, COLUMNS));
    }

    private static Regions of(ReferenceTable table) {
        List<Region> regions = new ArrayList<>();
        for (ReferenceRow row : table.rows()) {
            Region region = new Region(
                    code(row, "code", row.text("code")),
                    row.text("name"),
                    row.constant("level", RegionLevel.class),
                    row.optionalText("parent").map(text -> code(row, "parent", text)));
            if (regions.stream().anyMatch(known -> known.code().equals(region.code()))) {
                throw row.wrong("code", region.code() + " is named twice");
            }
            Optional<RegionLevel> above = regions.stream()
                    .filter(known -> region.parent().equals(Optional.of(known.code())))
                    .map(Region::level)
                    .findFirst();
            if (!above.equals(levelAbove(region.level())) || region.parent().isPresent() != above.isPresent()) {
                throw row.wrong(
                        "parent",
                        "'" + region.parent().map(RegionCode::value).orElse("") + "' is not the region above a "
                                + region.level());
            }
            regions.add(region);
        }
        if (regions.stream()
                        .filter(region -> region.level() == RegionLevel.PROVINCE)
                        .count()
                != 1) {
            throw new IllegalArgumentException("a table of regions holds exactly one province");
        }
        return new Regions(regions);
    }

    private static RegionCode code(ReferenceRow row, String column, String text) {
        try {
            return new RegionCode(text);
        } catch (IllegalArgumentException e) {
            throw row.wrong(column, e.getMessage());
        }
    }

    private static Optional<RegionLevel> levelAbove(RegionLevel level) {
        return switch (level) {
            case PROVINCE -> Optional.empty();
            case CITY -> Optional.of(RegionLevel.PROVINCE);
            case COUNTY, ZONE -> Optional.of(RegionLevel.CITY);
        };
    }

    /** All regions: the province first, then by code. */
    public List<Region> all() {
        return all;
    }

    /** The province itself. */
    public Region province() {
        return all.stream()
                .filter(region -> region.level() == RegionLevel.PROVINCE)
                .findFirst()
                .orElseThrow();
    }

    /** The regions with a regional office: those of level {@link RegionLevel#CITY}, 18 in Henan. */
    public List<Region> offices() {
        return all.stream().filter(region -> region.level() == RegionLevel.CITY).toList();
    }

    /** The region with that code. */
    public Optional<Region> find(RegionCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Every region that lies within another at any depth, without that one itself; none for an unknown code. */
    public List<Region> below(RegionCode code) {
        return all.stream()
                .filter(region -> !region.code().equals(code) && contains(code, region.code()))
                .toList();
    }

    /** Whether a region is the ancestor itself or lies within it. An unknown code lies nowhere and contains nothing. */
    public boolean contains(RegionCode ancestor, RegionCode code) {
        Optional<Region> region = find(code);
        while (region.isPresent()) {
            if (region.get().code().equals(ancestor)) {
                return true;
            }
            region = region.get().parent().flatMap(this::find);
        }
        return false;
    }

    /**
     * The region that a person means by a name: the full name, also without 省/市/县/区 (郑州), behind its city or province
     * (郑州市中原区, 河南省郑州市), and the usual short forms of zones (郑州高新区). White space is ignored. A short form that a
     * city shares with a county (安阳) means the city; one that several counties share means none.
     */
    public Optional<Region> byName(String name) {
        return names.find(name);
    }
}
