package org.parley.platform.messaging.inbox;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PoisonEventExceptionTests {

	@Test
	void eventWithUnknownValueIsNotRetried() {
		assertThat(PoisonEventException.requireKnown("known")).isEqualTo("known");
		assertThatExceptionOfType(PoisonEventException.class).isThrownBy(() -> PoisonEventException.requireKnown(null));
	}

}
