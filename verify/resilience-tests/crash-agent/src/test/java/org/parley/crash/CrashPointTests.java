package org.parley.crash;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CrashPointTests {

	@Test
	void crashPointIsParsed() {
		assertThat(CrashPoint.parse("before:org.example.Outbox.send:3"))
			.isEqualTo(new CrashPoint(true, "org.example.Outbox", "send", 3));
		assertThat(CrashPoint.parse("after:org.example.Outbox$Row.send:1"))
			.isEqualTo(new CrashPoint(false, "org.example.Outbox$Row", "send", 1));
	}

	@Test
	void malformedCrashPointIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> CrashPoint.parse("send"));
	}

}
