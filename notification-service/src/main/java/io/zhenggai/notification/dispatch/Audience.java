package io.zhenggai.notification.dispatch;

import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.notification.planning.MessageItem;
import io.zhenggai.notification.planning.Party;
import io.zhenggai.notification.planning.PlannedReminder;
import io.zhenggai.notification.planning.Post;
import io.zhenggai.notification.planning.ReminderMessage;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose message it is: what its recipient and all posts that it is meant for have in common. One address may hold posts of
 * two regions; a message to it is then for the province alone to look into, or one region would read of the other.
 *
 * @param city the city's code; 410000 for the province
 * @param region the region's own code; the city's where several of its regions are concerned
 * @param unit empty for the office, county or zone itself, and where several are concerned
 */
public record Audience(String city, String region, String unit) {

    /** @return whose a message is */
    public static Audience of(ReminderMessage message) {
        Set<Party> parties = Stream.concat(
                        Stream.of(message.recipient().post()),
                        message.items().stream().map(MessageItem::reminder).map(PlannedReminder::post))
                .map(Post::party)
                .collect(Collectors.toSet());
        RegionCode any = parties.iterator().next().region();
        if (!allShare(parties, party -> cityOf(party.region()))) {
            String province = any.provinceCode().value();
            return new Audience(province, province, "");
        }
        String city = cityOf(any);
        String region = allShare(parties, Party::region) ? any.value() : city;
        String unit = parties.size() == 1 ? parties.iterator().next().unit().orElse("") : "";
        return new Audience(city, region, unit);
    }

    private static boolean allShare(Set<Party> parties, Function<Party, ?> part) {
        return parties.stream().map(part).distinct().count() == 1;
    }

    /** @return the code of the city that a region lies in or is; the province's own for the province */
    public static String cityOf(RegionCode region) {
        return region.cityCode().orElse(region).value();
    }

    /** @return whether a caller of that scope may see the message */
    public boolean isWithin(RegionScope scope) {
        return scope.covers(city, region)
                && scope.unit()
                        .map(own -> own.equals(unit) && region.equals(city))
                        .orElse(true);
    }
}
