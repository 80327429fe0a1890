package org.parley.platform.test;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventContractTests {

	private final String example = EventContract.example("session.revoked");

	@Test
	void exampleConformsToContract() {
		assertThat(EventContract.violations(this.example)).isEmpty();
	}

	@Test
	void violationsInDataAndEnvelopeAreNamed() {
		var event = this.example.replace("\"logout\"", "\"boredom\"").replace("\"1.0\"", "\"2.0\"");
		assertThat(EventContract.violations(event)).hasSize(2)
			.anyMatch((violation) -> violation.startsWith("/specversion: "))
			.anyMatch((violation) -> violation.startsWith("/reason: "));
	}

	@Test
	void nullIsNotAbsent() {
		var event = this.example.replace("\"reason\"", "\"tokenVersion\": null, \"reason\"");
		assertThat(EventContract.violations(event)).isNotEmpty();
	}

	@Test
	void typeWithoutSchemaIsRefused() {
		assertThatThrownBy(() -> EventContract
			.violations(this.example.replace("event:session.revoked", "event:session.forgotten")));
		assertThatIllegalArgumentException().isThrownBy(() -> EventContract.example("session.forgotten"));
	}

}
