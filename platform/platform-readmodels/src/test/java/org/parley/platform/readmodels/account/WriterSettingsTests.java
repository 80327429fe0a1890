package org.parley.platform.readmodels.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WriterSettingsTests {

	@ParameterizedTest
	@EnumSource(names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
	void inactivePersonMayNotWrite(AccountStatus status) {
		assertRefused("member.banned", () -> new WriterSettings(false).requireWriter(status, true));
	}

	@Test
	void unverifiedPersonMayWriteUnlessVerificationIsRequired() {
		assertThatCode(() -> new WriterSettings(false).requireWriter(AccountStatus.ACTIVE, false))
			.doesNotThrowAnyException();
		assertThatCode(() -> new WriterSettings(true).requireWriter(AccountStatus.ACTIVE, true))
			.doesNotThrowAnyException();
		assertRefused("member.unverified", () -> new WriterSettings(true).requireWriter(AccountStatus.ACTIVE, false));
	}

	private static void assertRefused(String code, Runnable write) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(write::run)
			.extracting(RefusalException::code)
			.isEqualTo(code);
	}

}
