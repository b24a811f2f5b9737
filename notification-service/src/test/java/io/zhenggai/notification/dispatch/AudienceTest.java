package io.zhenggai.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.region.RegionCode;
import io.zhenggai.notification.planning.Contact;
import io.zhenggai.notification.planning.Deadline;
import io.zhenggai.notification.planning.MessageItem;
import io.zhenggai.notification.planning.Owed;
import io.zhenggai.notification.planning.OwedKind;
import io.zhenggai.notification.planning.Party;
import io.zhenggai.notification.planning.PlannedReminder;
import io.zhenggai.notification.planning.Post;
import io.zhenggai.notification.planning.PostRole;
import io.zhenggai.notification.planning.Purpose;
import io.zhenggai.notification.planning.ReminderMessage;
import io.zhenggai.notification.planning.ReminderOffset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AudienceTest {

    private static final Party ZHENGZHOU = office("410100");
    private static final Party GONGYI = office("410181");
    private static final Party KAIFENG = office("410200");
    private static final Party HOUSING = Party.unit(new RegionCode("410100"), "住建局");
    private static final Party HOUSING_OF_GONGYI = Party.unit(new RegionCode("410181"), "住建局");

    @Test
    void isTheRecipientsOwnWhereAllIsMeantForThem() {
        assertThat(of(ZHENGZHOU, ZHENGZHOU)).isEqualTo(new Audience("410100", "410100", ""));
        assertThat(of(GONGYI, GONGYI)).isEqualTo(new Audience("410100", "410181", ""));
        assertThat(of(HOUSING, HOUSING)).isEqualTo(new Audience("410100", "410100", "住建局"));
        assertThat(of(office("410000"), office("410000"))).isEqualTo(new Audience("410000", "410000", ""));
    }

    @Test
    void isTheCitysWhereItStandsInForWhatIsBelow() {
        assertThat(of(ZHENGZHOU, ZHENGZHOU, GONGYI)).isEqualTo(new Audience("410100", "410100", ""));
        assertThat(of(ZHENGZHOU, HOUSING)).isEqualTo(new Audience("410100", "410100", ""));
    }

    @Test
    void isTheProvincesWhereOneAddressHoldsPostsOfTwoCities() {
        assertThat(of(ZHENGZHOU, ZHENGZHOU, KAIFENG)).isEqualTo(new Audience("410000", "410000", ""));
        assertThat(of(office("410000"), office("419001"))).isEqualTo(new Audience("410000", "410000", ""));
    }

    @Test
    void countyDoesNotSeeWhatItsCityGetsBesides() {
        Audience mixed = of(GONGYI, GONGYI, ZHENGZHOU);

        assertThat(mixed.isWithin(scope("410100", "410181", null))).isFalse();
        assertThat(mixed.isWithin(RegionScope.city("410100"))).isTrue();
        assertThat(mixed.isWithin(RegionScope.city("410200"))).isFalse();
        assertThat(mixed.isWithin(RegionScope.province())).isTrue();
    }

    @Test
    void departmentSeesWhatGoesToItAndNotToItsLikesBelow() {
        RegionScope department = scope("410100", null, "住建局");

        assertThat(of(HOUSING, HOUSING).isWithin(department)).isTrue();
        assertThat(of(HOUSING_OF_GONGYI, HOUSING_OF_GONGYI).isWithin(department))
                .isFalse();
        assertThat(of(ZHENGZHOU, ZHENGZHOU).isWithin(department)).isFalse();
    }

    private static RegionScope scope(String city, String county, String unit) {
        return new RegionScope(Optional.of(city), Optional.ofNullable(county), Optional.ofNullable(unit));
    }

    private static Audience of(Party recipient, Party... meantFor) {
        Deadline deadline = new Deadline(LocalDate.of(2021, 10, 31), 1, Instant.EPOCH);
        List<MessageItem> items = Stream.of(meantFor)
                .map(party -> new MessageItem(
                        new PlannedReminder(
                                new Owed(OwedKind.FILING, "1", "整改方案", party, deadline),
                                ReminderOffset.daysBefore(7),
                                Instant.EPOCH,
                                new Post(party, PostRole.CONTACT),
                                Purpose.REMINDER),
                        Optional.empty()))
                .toList();
        Contact contact = new Contact(new Post(recipient, PostRole.CONTACT), "zhang@offices.example");
        return Audience.of(new ReminderMessage(contact, LocalDate.of(2021, 10, 22), items, List.of(), List.of()));
    }

    private static Party office(String code) {
        return Party.office(new RegionCode(code));
    }
}
