package org.parley.platform.readmodels.account;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.domain.RefusalException;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WriterSettingsTests {

	@ParameterizedTest
	@CsvSource({ "BANNED, member.banned", "CLOSED, member.closed", "DELETED, member.closed" })
	void inactivePersonMayNotWrite(AccountStatus status, String code) {
		assertRefused(code, () -> new WriterSettings(false).requireWriter(status, true));
	}

	@Test
	void unverifiedPersonMayWriteUnlessVerificationIsRequired() {
		assertThatCode(() -> new WriterSettings(false).requireWriter(AccountStatus.ACTIVE, false))
			.doesNotThrowAnyException();
		assertThatCode(() -> new WriterSettings(true).requireWriter(AccountStatus.ACTIVE, true))
			.doesNotThrowAnyException();
		assertRefused("member.unverified", () -> new WriterSettings(true).requireWriter(AccountStatus.ACTIVE, false));
	}

	@Test
	void verificationIsRequiredBySetting() {
		assertThat(bind(Map.of()).required()).isFalse();
		assertThat(bind(Map.of("parley.verification.required", "true")).required()).isTrue();
	}

	private static WriterSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("parley.verification",
				WriterSettings.class);
	}

	private static void assertRefused(String code, Runnable write) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(write::run)
			.extracting(RefusalException::code)
			.isEqualTo(code);
	}

}
