package org.parley.auth.user.profile;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DisplayNamesTests {

	@ParameterizedTest
	@ValueSource(strings = { "Admin", "\u0410dm1n \u2713" })
	void titleOfTheStaffIsRefused(String name) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> DisplayNames.chosen("name", name))
			.satisfies((problem) -> assertThat(problem.errors()).singleElement()
				.satisfies((error) -> assertThat(error.code()).isEqualTo("display-name.reserved")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Admiral", "Alice the modern" })
	void otherNameIsAccepted(String name) {
		assertThat(DisplayNames.chosen("name", name)).isEqualTo(name);
	}

}
