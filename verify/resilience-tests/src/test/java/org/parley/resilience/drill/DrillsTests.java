package org.parley.resilience.drill;

import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.parley.launcher.process.LauncherException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DrillsTests {

	@Test
	void everyDrillIsFoundByName() {
		assertThat(StreamSupport.stream(new Drills().spliterator(), false))
			.allSatisfy((name) -> assertThat(Drills.named(name)).extracting(Drill::name).contains(nameOfOne(name)));
	}

	@Test
	void allContainsEveryDrillExceptBrief() {
		assertThat(Drills.named("all")).extracting(Drill::name)
			.contains("kill", "crash-publisher", "poison", "broker-stop", "rooms")
			.doesNotContain("brief");
	}

	@Test
	void severalNamesAreSeparatedByCommas() {
		assertThat(Drills.named("poison,brief")).extracting(Drill::name).containsExactly("poison", "brief");
	}

	@Test
	void unknownNameIsRefusedWithKnownNames() {
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> Drills.named("poison,fire"))
			.withMessageContaining("crash-publisher");
	}

	private static String nameOfOne(String name) {
		return name.equals("all") ? "calm" : name;
	}

}
