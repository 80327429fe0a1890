package org.parley.launcher.process;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InheritedEnvironmentTests {

	@Test
	void administratorVariablesAreNotInherited() {
		var builder = new ProcessBuilder();
		builder.environment().clear();
		builder.environment()
			.putAll(Map.of("PARLEY_MONGODB_URI", "m", "PARLEY_AMQP_URI", "a", "PARLEY_REDIS_URI", "r",
					"PARLEY_RABBIT_MGMT_URL", "h", "PATH", "p"));
		InheritedEnvironment.extend(builder, Map.of("PORT", "1"));
		assertThat(builder.environment()).containsOnlyKeys("PATH", "PORT");
	}

	@Test
	void administratorVariableOfProcessItselfIsKept() {
		var builder = new ProcessBuilder();
		builder.environment().put("PARLEY_MONGODB_URI", "administrator");
		InheritedEnvironment.extend(builder, Map.of("PARLEY_MONGODB_URI", "service"));
		assertThat(builder.environment()).containsEntry("PARLEY_MONGODB_URI", "service");
	}

}
