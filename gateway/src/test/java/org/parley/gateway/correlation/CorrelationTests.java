package org.parley.gateway.correlation;

import com.github.f4b6a3.ulid.Ulid;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CorrelationTests {

	private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	@ParameterizedTest
	@ValueSource(strings = { "a", "0-9_A.z", "0123456789012345678901234567890123456789012345678901234567890123" })
	void correlationIdOfClientIsKept(String given) {
		assertThat(Correlation.choose(given, "00-" + TRACE + "-b7ad6b7169203331-01")).isEqualTo(given);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "a b", "a\nb", "<script>", "\u00e4", "a,b",
			"01234567890123456789012345678901234567890123456789012345678901234" })
	void invalidCorrelationIdIsReplacedByTraceId(@Nullable String given) {
		assertThat(Correlation.choose(given, "00-" + TRACE + "-b7ad6b7169203331-01")).isEqualTo(TRACE);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "garbage", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
			"00-00000000000000000000000000000000-b7ad6b7169203331-01",
			"00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
			"00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
			"ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" })
	void missingIdsAreGenerated(@Nullable String traceparent) {
		assertThat(Correlation.choose(null, traceparent)).matches(Ulid::isValid);
	}

	@Test
	void generatedIdsDiffer() {
		assertThat(Correlation.choose(null, null)).isNotEqualTo(Correlation.choose(null, null));
	}

}
