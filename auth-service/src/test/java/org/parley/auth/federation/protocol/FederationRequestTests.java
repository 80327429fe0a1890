package org.parley.auth.federation.protocol;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FederationRequestTests {

	private static final Instant ASKED = Instant.parse("2026-11-20T09:00:00Z");

	@ParameterizedTest
	@CsvSource(textBlock = """
			# signed in, accepted
			PT0S,        true
			PT30S,       true
			PT1H,        true
			P1000D,      true
			PT-1S,       true
			PT-59S,      true
			PT-1M,       true
			PT-1M-0.001S, false
			PT-61S,      false
			PT-10M,      false
			P-10000D,    false
			""")
	void newSignInMayBeOlderByTheSkewOfClocksOnly(Duration before, boolean accepted) {
		assertThat(asked(ASKED).accepts(ASKED.plus(before))).isEqualTo(accepted);
	}

	@ParameterizedTest
	@CsvSource({ "PT0S", "PT-61S", "P-10000D", "PT1H" })
	void anySignInWillDoUnlessANewOneWasAsked(Duration before) {
		assertThat(asked(null).accepts(ASKED.plus(before))).isTrue();
	}

	private static FederationRequest asked(@Nullable Instant freshSince) {
		return new FederationRequest("elsewhere", "state", null, "verifier", "", null, null, freshSince,
				ASKED.plusSeconds(600));
	}

}
