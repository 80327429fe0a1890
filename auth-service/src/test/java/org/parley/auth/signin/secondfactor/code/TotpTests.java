package org.parley.auth.signin.secondfactor.code;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.auth.Asvs;

import static org.assertj.core.api.Assertions.assertThat;

class TotpTests {

	private static final Totp TOTP = Totp
		.parse(Base64.getEncoder().encodeToString("12345678901234567890".getBytes(StandardCharsets.US_ASCII)));

	/** RFC 6238, appendix B: the last six of its eight digits. */
	@ParameterizedTest
	@CsvSource({ "59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037",
			"20000000000, 353130" })
	void codesMatchTheStandard(long second, String code) {
		var now = Instant.ofEpochSecond(second);
		assertThat(TOTP.code(Totp.step(now))).isEqualTo(code);
		assertThat(TOTP.stepOf(code, now)).hasValue(second / 30);
	}

	@Test
	@Asvs({ "6.5.5", "6.5.8" })
	void codeIsValidOneStepAroundItsOwn() {
		var code = TOTP.code(100);
		for (var step : new long[] { 99, 100, 101 }) {
			assertThat(TOTP.stepOf(code, Instant.ofEpochSecond(step * 30))).hasValue(100);
		}
		for (var step : new long[] { 98, 102 }) {
			assertThat(TOTP.stepOf(code, Instant.ofEpochSecond(step * 30))).isEmpty();
		}
	}

	@Test
	void malformedCodeHasNoStep() {
		for (var code : new String[] { "", "28708", "2870820", "abcdef", "１２３４５６" }) {
			assertThat(TOTP.stepOf(code, Instant.ofEpochSecond(59))).isEmpty();
		}
	}

	/** RFC 4648, 10. */
	@Test
	void secretIsEncodedInBase32() {
		assertThat(TOTP.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
	}

	@Test
	void secretIsNotPrinted() {
		assertThat(TOTP).hasToString("Totp[***]");
	}

}
