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
	void noPortsAreStoredInitially() {
		assertThat(this.ports.known()).isEmpty();
	}

	@Test
	void assignedPortsAreDistinctAndStored() {
		var assigned = this.ports.assign(Set.of("a", "b", "c"), Map.of("gateway", 5000), (name) -> false);
		assertThat(assigned).containsOnlyKeys("a", "b", "c", "gateway").containsEntry("gateway", 5000);
		assertThat(assigned.values()).doesNotHaveDuplicates();
		assertThat(this.ports.known()).isEqualTo(assigned);
		assertThat(this.ports.assign(Set.of("a", "b", "c"), Map.of("gateway", 5000), (name) -> false))
			.isEqualTo(assigned);
	}

	@Test
	void portUsedByOtherProgramIsReplaced() throws IOException {
		var port = assign(false);
		try (var stranger = new ServerSocket(port)) {
			assertThat(assign(true)).isEqualTo(stranger.getLocalPort());
			assertThat(assign(false)).isNotEqualTo(port);
		}
	}

	private int assign(boolean ours) {
		return this.ports.assign(Set.of("a"), Map.of(), (name) -> ours).getOrDefault("a", 0);
	}

}
