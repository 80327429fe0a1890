package org.parley.platform.test;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import org.awaitility.Awaitility;
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
 * Plays auth-service: requests exports and erasures on a service's queue and consumes the
 * answers.
 */
public final class PersonalDataKit {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final RabbitTemplate rabbit;

	private final String queue;

	private final String answers;

	/**
	 * Consumes the answers of a service.
	 * @param exchange the exchange of the answers
	 * @param queue the queue of the requests
	 */
	public PersonalDataKit(RabbitTemplate rabbit, AmqpAdmin broker, String exchange, String queue) {
		this.rabbit = rabbit;
		this.queue = queue;
		this.answers = "answers-" + id();
		broker.declareQueue(new Queue(this.answers, false, false, true));
		for (var type : List.of("erasure.done", "export.part")) {
			broker.declareBinding(
					BindingBuilder.bind(new Queue(this.answers)).to(new TopicExchange(exchange)).with(type));
		}
	}

	/** Erases a person and returns the numbers of erased items by kind. */
	public Map<String, Long> erase(String person) {
		var id = id();
		ask("erasure.requested", "erasureId", id, person);
		var counts = new TreeMap<String, Long>();
		next("erasureId", id).at("/data/erased")
			.forEach((kind) -> counts.put(kind.path("kind").asString(), kind.path("count").asLong()));
		return counts;
	}

	/** Exports a person and returns the items of each kind. */
	public Map<String, List<JsonNode>> export(String person) {
		var id = id();
		ask("export.requested", "exportId", id, person);
		var kinds = new TreeMap<String, List<JsonNode>>();
		for (var part = next("exportId", id); part.at("/data").has("content"); part = next("exportId", id)) {
			assertThat(part.path("data").toString()).as("sealed").doesNotContain("items");
			var content = JSON.readTree(open(part.at("/data/content").asString()));
			content.path("items")
				.forEach((item) -> kinds.computeIfAbsent(content.path("kind").asString(), (_) -> new ArrayList<>())
					.add(item));
		}
		return kinds;
	}

	private void ask(String type, String name, String id, String person) {
		var event = (ObjectNode) JSON.readTree(EventContract.example(type));
		event.put("id", id()).put("subject", id).put("partitionkey", person);
		event.withObject("/data").put(name, id).put("userId", person);
		assertThat(EventContract.violations(event.toString())).isEmpty();
		this.rabbit.send(this.queue + ".letters", "again",
				MessageBuilder.withBody(event.toString().getBytes(StandardCharsets.UTF_8)).build());
	}

	private JsonNode next(String name, String id) {
		return Awaitility.await().atMost(PATIENCE).until(() -> {
			var message = this.rabbit.receive(this.answers);
			if (message == null) {
				return null;
			}
			var event = new String(message.getBody(), StandardCharsets.UTF_8);
			assertThat(EventContract.violations(event)).as(event).isEmpty();
			return JSON.readTree(event);
		}, (event) -> event != null && event.path("data").path(name).asString("").equals(id));
	}

	private static String open(String sealed) {
		try {
			var jwe = JWEObject.parse(sealed);
			assertThat(jwe.getHeader().getAudience()).containsExactly("auth-service");
			jwe.decrypt(new DirectDecrypter(Base64.getDecoder().decode(LocalStackCustomizer.KEY)));
			return jwe.getPayload().toString();
		}
		catch (ParseException | JOSEException ex) {
			throw new AssertionError(sealed, ex);
		}
	}

	private static String id() {
		return IntStream.range(0, 25)
			.mapToObj((_) -> String.valueOf(DIGITS.charAt(ThreadLocalRandom.current().nextInt(DIGITS.length()))))
			.reduce("0", String::concat);
	}

}
