package org.parley.seed;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.launcher.process.LauncherException;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SeedForumTests {

	@Test
	void productionIsRefused() {
		assertThatExceptionOfType(LauncherException.class)
			.isThrownBy(() -> SeedForum.refuseProduction(Map.of("SPRING_PROFILES_ACTIVE", "cloud,production")));
	}

	@Test
	void developmentIsAccepted() {
		assertThatCode(() -> SeedForum.refuseProduction(Map.of("SPRING_PROFILES_ACTIVE", "development")))
			.doesNotThrowAnyException();
		assertThatCode(() -> SeedForum.refuseProduction(Map.of())).doesNotThrowAnyException();
	}

}
