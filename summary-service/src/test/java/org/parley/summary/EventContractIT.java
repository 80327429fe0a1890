package org.parley.summary;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Verifies that published events match their schemas and keep the correlation id. */
class EventContractIT extends SummaryIT {

	private static final Set<String> EVERY = Set.of("summary.requested", "summary.completed", "summary.failed");

	@Autowired
	private AmqpAdmin admin;

	@Test
	void everyEventHasItsSchemaAndCorrelationId() {
		var events = new PublishedEvents(this.admin, this.rabbit, "summary.events", "#");
		requestSummaries();
		eventually().untilAsserted(() -> assertThat(events.all())
			.filteredOn((event) -> event.path("correlationid").asString().equals("same-correlation-id"))
			.extracting((event) -> event.path("type").asString())
			.containsAll(EVERY));
	}

	private void requestSummaries() {
		var category = this.forum.category("anyone");
		var thread = this.forum.thread(category, "Which tomatoes ripen in shade?");
		var held = this.forum.thread(category, "Spam.");
		this.forum.moderate(this.forum.firstPostOf(held), held, 1, "held", null);
		awaitEventsHandled();
		this.client.request(TestUser.with(), thread, "X-Correlation-Id", "same-correlation-id");
		this.client.request(TestUser.with(), held, "X-Correlation-Id", "same-correlation-id");
		endWaitForPosts(held);
	}

}
