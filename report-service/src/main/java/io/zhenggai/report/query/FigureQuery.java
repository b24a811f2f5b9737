package io.zhenggai.report.query;

import io.zhenggai.kit.identity.RegionScope;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The question behind figures: asked again of the same events, it gives the same figures.
 *
 * @param name what is counted and how; a changed definition gets a new version in its name
 * @param parameters what it was narrowed to, by name
 * @param standing how far each topic had been read
 */
public record FigureQuery(String name, SortedMap<String, String> parameters, List<Standing> standing) {

    /** @return a question about one campaign within a scope, on a day */
    public static FigureQuery of(
            String name, RegionScope scope, UUID campaignId, LocalDate today, List<Standing> standing) {
        SortedMap<String, String> parameters = new TreeMap<>();
        parameters.put("campaignId", campaignId.toString());
        parameters.put("today", today.toString());
        scope.city().ifPresent(city -> parameters.put("region", city));
        return new FigureQuery(name, parameters, List.copyOf(standing));
    }
}
