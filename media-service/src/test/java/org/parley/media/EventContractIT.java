package org.parley.media;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.EventContract;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Published events follow their schema, in the order of the changes. */
class EventContractIT extends MediaIT {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	private AmqpAdmin admin;

	@Autowired
	private RabbitTemplate rabbit;

	@Test
	void everyEventFollowsItsSchemaInOrder() {
		var queue = Objects.requireNonNull(this.admin.declareQueue());
		this.admin.declareBinding(BindingBuilder.bind(queue).to(new TopicExchange("media.events")).with("#"));
		var alice = aPerson();
		var id = aReadyPicture(alice).path("id").asString();
		this.api.patch(alice, "/" + id, Map.of("alt", "A picture"));
		this.api.delete(alice, "/" + id);
		upload(alice, "image/png", new byte[10]);
		var types = List.of("media.uploaded", "media.ready", "media.ready", "media.removed", "media.uploaded",
				"media.refused");
		var heard = new ArrayList<String>();
		var violations = new TreeSet<String>();
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			collect(queue.getName(), alice.id(), heard, violations);
			assertThat(heard).hasSize(types.size());
		});
		assertThat(heard).isEqualTo(types);
		assertThat(violations).isEmpty();
	}

	private void collect(String queue, String owner, List<String> heard, Set<String> violations) {
		for (var next = this.rabbit.receive(queue); next != null; next = this.rabbit.receive(queue)) {
			var event = new String(next.getBody(), StandardCharsets.UTF_8);
			violations.addAll(EventContract.violations(event));
			if (JSON.readTree(event).path("partitionkey").asString().equals(owner)) {
				heard.add(JSON.readTree(event).path("type").asString());
			}
		}
	}

}
