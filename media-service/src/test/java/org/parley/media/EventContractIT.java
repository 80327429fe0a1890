package org.parley.media;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.event.PublishedEvents;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Published events follow their schema, in the order of the changes. */
class EventContractIT extends MediaIT {

	@Autowired
	private AmqpAdmin admin;

	@Autowired
	private RabbitTemplate rabbit;

	@Test
	void everyEventFollowsItsSchemaInOrder() {
		var events = new PublishedEvents(this.admin, this.rabbit, "media.events", "#");
		var alice = aPerson();
		var id = aReadyPicture(alice).path("id").asString();
		this.api.patch(alice, "/" + id, Map.of("alt", "A picture"));
		this.api.delete(alice, "/" + id);
		upload(alice, "image/png", new byte[10]);
		var types = List.of("media.uploaded", "media.ready", "media.ready", "media.removed", "media.uploaded",
				"media.refused");
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(events.typesOf(alice.id())).hasSize(types.size()));
		assertThat(events.typesOf(alice.id())).isEqualTo(types);
	}

}
