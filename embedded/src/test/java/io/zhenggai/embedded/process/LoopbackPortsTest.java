package io.zhenggai.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopbackPortsTest {

    @Test
    void aFreePortIsNoneThatAConnectionIsGiven() {
        assertThat(IntStream.range(0, 500).map(each -> LoopbackPorts.free()))
                .allSatisfy(port -> assertThat(port).isBetween(10_240, 32_767));
    }

    @Test
    void aPortIsFreeUntilSomebodyListens() throws IOException {
        int port = LoopbackPorts.free();

        assertThat(LoopbackPorts.isFree(port)).isTrue();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName(LoopbackPorts.HOST))) {
            assertThat(LoopbackPorts.isFree(taken.getLocalPort())).isFalse();
        }
    }
}
