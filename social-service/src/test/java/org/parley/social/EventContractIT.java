package org.parley.social;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
class EventContractIT extends SocialServiceIT {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	private AmqpAdmin admin;

	@Autowired
	private RabbitTemplate rabbit;

	@Test
	void everyEventFollowsItsSchemaInOrder() {
		var queue = Objects.requireNonNull(this.admin.declareQueue());
		this.admin.declareBinding(BindingBuilder.bind(queue).to(new TopicExchange("social.events")).with("#"));
		var alice = aPrivatePerson();
		var bob = aPerson();
		follow(bob, alice);
		approve(alice, bob);
		var post = aPost(alice, "followers");
		var comment = this.api
			.post(bob, "/posts/" + post + "/comments", Map.of("text", "Well done, @" + alice.username()))
			.id();
		react(bob, "/posts/" + post, "love");
		react(alice, "/comments/" + comment, "like");
		this.api.delete(bob, "/posts/" + post + "/reaction");
		this.api.post(alice, "/comments/" + comment + "/reports", Map.of("reason", "off-topic"));
		this.api.patch(bob, "/comments/" + comment, Map.of("text", "Well done"));
		this.api.delete(bob, "/comments/" + comment);
		this.api.patch(alice, "/posts/" + post, Map.of("text", "All ripe"));
		this.api.delete(alice, "/posts/" + post);
		block(bob, alice);
		this.api.delete(bob, person(alice) + "/block");
		var ofPost = List.of("social-post.created", "social-comment.created", "social-reaction.changed",
				"social-reaction.changed", "social-reaction.changed", "social-report.filed", "social-comment.edited",
				"social-comment.removed", "social-post.edited", "social-post.removed");
		var ofBob = List.of("follow.requested", "follow.started", "follow.ended", "block.started", "block.ended");
		var heard = new HashMap<String, List<String>>();
		var mentioned = new ArrayList<String>();
		var violations = new TreeSet<String>();
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			collect(queue.getName(), heard, mentioned, violations);
			assertThat(heard.getOrDefault(post, List.of())).isEqualTo(ofPost);
			assertThat(heard.getOrDefault(bob.id(), List.of())).isEqualTo(ofBob);
			assertThat(heard.getOrDefault(alice.id(), List.of())).containsExactly("social-account.changed");
		});
		assertThat(violations).isEmpty();
		assertThat(mentioned).containsExactly(alice.id());
	}

	private void collect(String queue, Map<String, List<String>> heard, List<String> mentioned,
			Set<String> violations) {
		for (var next = this.rabbit.receive(queue); next != null; next = this.rabbit.receive(queue)) {
			var text = new String(next.getBody(), StandardCharsets.UTF_8);
			violations.addAll(EventContract.violations(text));
			var event = JSON.readTree(text);
			heard.computeIfAbsent(event.path("partitionkey").asString(), (_) -> new ArrayList<>())
				.add(event.path("type").asString());
			event.at("/data/mentioned").forEach((person) -> mentioned.add(person.path("id").asString()));
		}
	}

}
