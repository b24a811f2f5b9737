package io.zhenggai.notification.planning;

import static io.zhenggai.notification.planning.Campaign2021.GONGYI;
import static io.zhenggai.notification.planning.Campaign2021.PROVINCE;
import static io.zhenggai.notification.planning.Campaign2021.ZHENGZHOU;
import static io.zhenggai.notification.planning.Campaign2021.contactOf;
import static io.zhenggai.notification.planning.Campaign2021.headOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContactsTest {

    private static final Post CONTACT_OF_GONGYI = new Post(GONGYI, PostRole.CONTACT);
    private static final Post HEAD_OF_ZHENGZHOU = new Post(ZHENGZHOU, PostRole.HEAD);

    @Test
    void whoeverHoldsThePostIsReached() {
        var contacts = new Contacts(List.of(contactOf(GONGYI), contactOf(ZHENGZHOU)));

        assertThat(contacts.reach(CONTACT_OF_GONGYI)).contains(new Addressee(contactOf(GONGYI), Optional.empty()));
    }

    @Test
    void nextLevelThatHasAContactStandsInForAVacantOne() {
        assertThat(new Contacts(List.of(contactOf(ZHENGZHOU), contactOf(PROVINCE))).reach(CONTACT_OF_GONGYI))
                .contains(new Addressee(contactOf(ZHENGZHOU), Optional.of(CONTACT_OF_GONGYI)));
        assertThat(new Contacts(List.of(contactOf(PROVINCE))).reach(CONTACT_OF_GONGYI))
                .contains(new Addressee(contactOf(PROVINCE), Optional.of(CONTACT_OF_GONGYI)));
    }

    @Test
    void ownContactStandsInForAVacantHead() {
        assertThat(new Contacts(List.of(contactOf(ZHENGZHOU), headOf(PROVINCE))).reach(HEAD_OF_ZHENGZHOU))
                .contains(new Addressee(contactOf(ZHENGZHOU), Optional.of(HEAD_OF_ZHENGZHOU)));
    }

    @Test
    void nobodyIsReachedWhereNoLevelHasAContact() {
        assertThat(new Contacts(List.of(headOf(ZHENGZHOU), headOf(PROVINCE))).reach(CONTACT_OF_GONGYI))
                .isEmpty();
    }

    @Test
    void onlyOneHoldsAPost() {
        assertThatThrownBy(() -> new Contacts(List.of(contactOf(GONGYI), contactOf(GONGYI))))
                .isInstanceOf(IllegalStateException.class);
    }
}
