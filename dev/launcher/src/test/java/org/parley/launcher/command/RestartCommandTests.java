package org.parley.launcher.command;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.process.ProcessSpecs;

import static org.assertj.core.api.Assertions.assertThat;

class RestartCommandTests {

	@Test
	void secondProcessIsRestartedAfterTheFirst() {
		var specs = new ProcessSpecs(0, true, Set.of("forum-service"));
		assertThat(names(specs, "forum")).containsExactly(List.of("forum-service"), List.of("forum-service-2"));
	}

	@Test
	void rolesOfOneServiceAreRestartedTogether() {
		var specs = new ProcessSpecs(2, true, Set.of());
		assertThat(names(specs, "moderation")).containsExactly(
				List.of("moderation-service-api", "moderation-service-worker"), List.of("moderation-service-worker-2"));
	}

	private static List<List<String>> names(ProcessSpecs specs, String service) {
		return RestartCommand.inTurn(specs.named(service))
			.stream()
			.map((round) -> round.stream().map(ProcessSpec::name).toList())
			.toList();
	}

}
