package org.parley.launcher.checkout;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PortsTests {

	private final Ports ports;

	PortsTests(@TempDir Path directory) {
		this.ports = new Ports(directory.resolve("ports"));
	}

	@Test
	void nothingIsKnownAtFirst() {
		assertThat(this.ports.known()).isEmpty();
	}

	@Test
	void portsDifferAndAreRemembered() {
		var settled = this.ports.settle(Set.of("a", "b", "c"), Map.of("gateway", 5000), (name) -> false);
		assertThat(settled).containsOnlyKeys("a", "b", "c", "gateway").containsEntry("gateway", 5000);
		assertThat(settled.values()).doesNotHaveDuplicates();
		assertThat(this.ports.known()).isEqualTo(settled);
		assertThat(this.ports.settle(Set.of("a", "b", "c"), Map.of("gateway", 5000), (name) -> false))
			.isEqualTo(settled);
	}

	@Test
	void aPortThatSomebodyElseHasTakenIsReplacedUnlessItIsOurs() throws IOException {
		var port = settle(false);
		try (var stranger = new ServerSocket(port)) {
			assertThat(settle(true)).isEqualTo(stranger.getLocalPort());
			assertThat(settle(false)).isNotEqualTo(port);
		}
	}

	private int settle(boolean ours) {
		return this.ports.settle(Set.of("a"), Map.of(), (name) -> ours).getOrDefault("a", 0);
	}

}
