package org.parley.launcher.seed;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.launcher.LauncherException;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SeedingTests {

	@Test
	void productionIsRefused() {
		assertThatExceptionOfType(LauncherException.class)
			.isThrownBy(() -> Seeding.refuseProduction(Map.of("SPRING_PROFILES_ACTIVE", "cloud,production")));
	}

	@Test
	void developmentIsNot() {
		assertThatCode(() -> Seeding.refuseProduction(Map.of("SPRING_PROFILES_ACTIVE", "development")))
			.doesNotThrowAnyException();
		assertThatCode(() -> Seeding.refuseProduction(Map.of())).doesNotThrowAnyException();
	}

}
