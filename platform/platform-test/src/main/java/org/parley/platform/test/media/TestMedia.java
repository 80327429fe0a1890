package org.parley.platform.test.media;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.github.f4b6a3.ulid.UlidCreator;
import org.awaitility.Awaitility;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plays media-service: sends events about media to a service's queue and collects what
 * the service uses.
 */
public final class TestMedia {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final RabbitTemplate rabbit;

	private final String queue;

	private final List<JsonNode> uses = new ArrayList<>();

	private final String heard;

	/**
	 * Consumes the uses that a service publishes.
	 * @param exchange the exchange of the service
	 * @param queue the queue that receives events about media
	 */
	public TestMedia(RabbitTemplate rabbit, AmqpAdmin broker, String exchange, String queue) {
		this.rabbit = rabbit;
		this.queue = queue;
		this.heard = "uses-" + newId();
		broker.declareQueue(new Queue(this.heard, false, false, true));
		broker.declareBinding(
				BindingBuilder.bind(new Queue(this.heard)).to(new TopicExchange(exchange)).with("media-use.changed"));
	}

	/** Waits for a number of events about a subject, and returns their data in order. */
	public List<JsonNode> uses(String subject, int count) {
		return Awaitility.await().atMost(PATIENCE).until(() -> {
			for (var next = this.rabbit.receive(this.heard); next != null; next = this.rabbit.receive(this.heard)) {
				var event = new String(next.getBody(), StandardCharsets.UTF_8);
				assertThat(EventContract.violations(event)).as(event).isEmpty();
				this.uses.add(JSON.readTree(event).path("data"));
			}
			return this.uses.stream().filter((use) -> use.at("/use/subject/id").asString().equals(subject)).toList();
		}, (found) -> found.size() >= count);
	}

	/** Makes a medium ready; the services hear of it a moment later. */
	public String ready(TestUser owner, String purpose) {
		var id = newId();
		send("media.ready", id, owner.id(), 2, (media) -> media.put("purpose", purpose));
		return id;
	}

	/** Makes the addresses of a medium work without a signature, or only with one. */
	public void serve(String id, TestUser owner, String purpose, boolean unsigned, long version) {
		send("media.ready", id, owner.id(), version,
				(media) -> media.put("purpose", purpose).put("unsigned", unsigned));
	}

	/** Refuses a medium. */
	public String refused(TestUser owner, String purpose) {
		var id = newId();
		send("media.refused", id, owner.id(), 2, (media) -> media.put("purpose", purpose));
		return id;
	}

	/** Removes a medium. */
	public void remove(String id, TestUser owner, String purpose, long version) {
		send("media.removed", id, owner.id(), version, (media) -> media.put("purpose", purpose));
	}

	/** An id as of an upload that has just begun. */
	public static String newId() {
		return UlidCreator.getMonotonicUlid().toString();
	}

	private void send(String type, String id, String owner, long version, Consumer<ObjectNode> change) {
		var event = (ObjectNode) JSON.readTree(EventContract.example(type));
		event.put("id", newId()).put("subject", id).put("partitionkey", owner);
		var data = event.withObject("/data");
		data.put("version", version);
		var media = data.withObject("/media");
		media.put("id", id).put("ownerId", owner);
		media.path("variants").forEach((variant) -> {
			var path = variant.path("path").asString();
			((ObjectNode) variant).put("path", id + path.substring(path.indexOf('/')));
		});
		change.accept(media);
		assertThat(EventContract.violations(event.toString())).isEmpty();
		this.rabbit.send(this.queue + ".letters", "again",
				MessageBuilder.withBody(event.toString().getBytes(StandardCharsets.UTF_8)).build());
	}

}
