package org.parley.launcher;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PartTests {

	@Test
	void aServiceIsFoundByItsNameAndItsShortName() {
		assertThat(Part.of("forum")).isEqualTo(Part.of("forum-service")).hasSize(1);
		assertThat(Part.of("gateway")).singleElement().matches(Part::isGateway);
	}

	@Test
	void anUnknownServiceIsRefusedWithTheNamesThatThereAre() {
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> Part.of("forums"))
			.withMessageContaining("forums")
			.withMessageContaining("forum-service");
	}

	@Test
	void theGatewayIsStartedLast() {
		assertThat(Part.ALL).last().matches(Part::isGateway);
	}

	@Test
	void everyPartHasAVariableOfItsOwn() {
		assertThat(Part.ALL).extracting(Part::uriVariable)
			.doesNotHaveDuplicates()
			.contains("PARLEY_AUTH_URI", "PARLEY_FORUM_URI", "PARLEY_CONFIG_URI");
	}

}
