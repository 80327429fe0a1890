package org.parley.platform.runtime.redis;

import java.io.UncheckedIOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RedisScriptsTests {

	@Test
	void scriptIsReadOnce() {
		var script = RedisScripts.read("script.lua", Long.class);
		assertThat(script.getScriptAsString()).isEqualToIgnoringNewLines("return 1");
		assertThat(script.getResultType()).isEqualTo(Long.class);
		assertThat(script.getSha1()).hasSize(40);
	}

	@Test
	void missingScriptIsReported() {
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> RedisScripts.read("missing.lua", Long.class))
			.withMessageContaining("missing.lua");
	}

}
