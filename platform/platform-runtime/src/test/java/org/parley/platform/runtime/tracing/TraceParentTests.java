package org.parley.platform.runtime.tracing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TraceParentTests {

	private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

	@Test
	void validHeaderIsParsed() {
		assertThat(TraceParent.parse(PARENT))
			.contains(new TraceParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true));
		assertThat(TraceParent.parse(PARENT).orElseThrow()).hasToString(PARENT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "00", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
			"ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
			"00-00000000000000000000000000000000-b7ad6b7169203331-01",
			"00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
			"00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
			"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
			"01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01more" })
	void invalidHeaderIsIgnored(String parent) {
		assertThat(TraceParent.parse(parent)).isEmpty();
	}

	@Test
	void laterVersionMayHaveMoreFields() {
		assertThat(TraceParent.parse("01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00-more").orElseThrow())
			.hasToString("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
	}

	@Test
	void childIsSpanOfSameTrace() {
		var trace = TraceParent.begin();
		assertThat(TraceParent.parse(trace.toString())).contains(trace);
		assertThat(trace.child().id()).isEqualTo(trace.id());
		assertThat(trace.child().span()).isNotEqualTo(trace.span()).hasSize(16);
	}

	@Test
	void originIsCurrentWhileScopeIsOpen() {
		assertThat(RequestOrigin.current()).isNull();
		var request = RequestOrigin.begin();
		var handling = RequestOrigin.of("mail-1", PARENT);
		try (var _ = request.open()) {
			try (var _ = handling.open()) {
				assertThat(RequestOrigin.current()).isEqualTo(handling);
			}
			assertThat(RequestOrigin.current()).isEqualTo(request);
		}
		assertThat(RequestOrigin.current()).isNull();
	}

}
