package io.zhenggai.acceptance.replay;

import io.zhenggai.acceptance.client.Client;
import java.util.List;
import java.util.Map;

/** Who receives mail: a contact and a head of each office that has named one, and the province's own contact. */
final class Contacts {

    static final String PROVINCE_ADDRESS = "contact-410000@offices.example";

    private Contacts() {}

    static void name(Client province, List<Office> offices) {
        add(province, "410000", "CONTACT", "王联络", PROVINCE_ADDRESS);
        offices.stream().filter(Office::hasContact).forEach(office -> {
            add(province, office.region(), "CONTACT", "张联络", office.address());
            add(province, office.region(), "HEAD", "李主任", office.headsAddress());
        });
    }

    private static void add(Client province, String region, String post, String name, String email) {
        province.create("/api/v1/contacts", Map.of("region", region, "post", post, "name", name, "email", email));
    }
}
