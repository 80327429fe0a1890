package org.parley.e2e;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.parley.running.EndToEnd;
import org.parley.running.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Services could handle all events that the tests before it caused. Webhooks whose body
 * makes no sense are the only dead letters.
 */
@EndToEnd
@Order(Integer.MAX_VALUE)
class DeadLettersIT {

	private static final String WITHOUT_SENSE = "org.parley.platform.messaging.inbox.PoisonEventException";

	private final RunningSystem system;

	DeadLettersIT(RunningSystem system) {
		this.system = system;
	}

	@Test
	void everyEventWasHandled() {
		var services = this.system.signedIn("admin").get("/admin/dead-letters").is(200).at("/data");
		assertThat(services.valueStream()).isNotEmpty();
		assertThat(services.valueStream().flatMap((service) -> service.path("letters").valueStream())).allSatisfy(
				(letter) -> assertThat(letter.path("cause").asString()).as(letter.toString()).isEqualTo(WITHOUT_SENSE));
	}

}
