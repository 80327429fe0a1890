package org.parley.platform.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IfMatchTests {

	@ParameterizedTest
	@ValueSource(strings = { "*", "\"3.a1\"", "\"2.b7\", \"3.a1\"", "W/\"3.a1\"", "W/\"2.b7\", W/\"3.a1\"" })
	void tagOfVersionIsAccepted(String header) {
		assertThatCode(() -> new IfMatch(header).require(3)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\"2.b7\"", "\"33.a1\"", "W/\"2.b7\"", "3.a1" })
	void otherTagIsRefused(String header) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> new IfMatch(header).require(3));
	}

	@Test
	void absentHeaderAcceptsEveryVersion() {
		assertThatCode(() -> IfMatch.ANY.require(3)).doesNotThrowAnyException();
	}

}
