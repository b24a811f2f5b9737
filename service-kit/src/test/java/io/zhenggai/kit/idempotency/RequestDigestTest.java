package io.zhenggai.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.kit.encryption.Sha256;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.Role;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestDigestTest {

    private static final byte[] NO_BODY = Sha256.begin().digest();

    @Test
    void aClientIsAPersonAtAPostWithItsKey() {
        Stream<byte[]> clients = Stream.of(
                client("zhang", Role.OFFICE, "410100", Optional.empty(), "k"),
                client("li", Role.OFFICE, "410100", Optional.empty(), "k"),
                client("zhang", Role.AUDITOR, "410100", Optional.empty(), "k"),
                client("zhang", Role.OFFICE, "410200", Optional.empty(), "k"),
                client("zhang", Role.OFFICE, "410100", Optional.of("住建局"), "k"),
                client("zhang", Role.OFFICE, "410100", Optional.of(""), "k"),
                client("zhang", Role.OFFICE, "410100", Optional.empty(), "K"));

        assertThat(clients.map(HexFormat.of()::formatHex)).doesNotHaveDuplicates();
    }

    @Test
    void aRequestIsItsMethodAddressTypeAndBody() {
        byte[] body = Sha256.begin().digest(new byte[] {1});
        Stream<byte[]> requests = Stream.of(
                RequestDigest.ofRequest("POST", "/a?b", "text/csv", NO_BODY),
                RequestDigest.ofRequest("PUT", "/a?b", "text/csv", NO_BODY),
                RequestDigest.ofRequest("POST", "/a?c", "text/csv", NO_BODY),
                RequestDigest.ofRequest("POST", "/a?b", null, NO_BODY),
                RequestDigest.ofRequest("POST", "/a?b", "text/csv", body),
                RequestDigest.ofRequest("POST", "/a?btext/csv", null, NO_BODY));

        assertThat(requests.map(HexFormat.of()::formatHex)).doesNotHaveDuplicates();
    }

    @Test
    void theSameIsTheSame() {
        assertThat(client("zhang", Role.OFFICE, "410100", Optional.empty(), "k"))
                .isEqualTo(client("zhang", Role.OFFICE, "410100", Optional.empty(), "k"))
                .hasSize(32);
        assertThat(RequestDigest.ofRequest("POST", "/a", null, NO_BODY))
                .isEqualTo(RequestDigest.ofRequest("POST", "/a", null, NO_BODY));
    }

    private static byte[] client(String person, Role role, String region, Optional<String> unit, String key) {
        return RequestDigest.ofClient(new Caller(person, "张某", role, region, unit, Set.of()), new IdempotencyKey(key));
    }
}
