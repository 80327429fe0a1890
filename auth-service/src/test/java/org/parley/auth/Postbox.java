package org.parley.auth;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import org.jspecify.annotations.Nullable;
import org.parley.platform.test.EventContract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Stands in for notification-service: receives all events of auth-service, verifies their
 * contract and decrypts their secrets.
 */
@TestComponent
public class Postbox {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final List<JsonNode> received = new ArrayList<>();

	private final RabbitTemplate rabbit;

	private final AmqpAdmin broker;

	private final byte[] key;

	private boolean listening;

	Postbox(RabbitTemplate rabbit, AmqpAdmin broker, @Value("${parley.events.keys.notification-service}") String key) {
		this.rabbit = rabbit;
		this.broker = broker;
		this.key = Base64.getDecoder().decode(key);
	}

	/** Starts to receive events. */
	public synchronized void listen() {
		if (!this.listening) {
			this.broker.declareQueue(new Queue("postbox"));
			this.broker
				.declareBinding(new Binding("postbox", Binding.DestinationType.QUEUE, "auth.events", "#", Map.of()));
			this.listening = true;
		}
	}

	/** Waits for a number of events of a type about a user and returns the latest. */
	public JsonNode about(String person, String type, int count) {
		return await().until(() -> all(person, type), (events) -> events.size() >= count).getLast();
	}

	public JsonNode about(String person, String type) {
		return about(person, type, 1);
	}

	/** All events of a type about a user that were received so far. */
	public synchronized List<JsonNode> all(String person, String type) {
		for (var event = next(); event != null; event = next()) {
			this.received.add(event);
		}
		return this.received.stream()
			.filter((event) -> event.path("type").asString().equals(type)
					&& event.path("partitionkey").asString().equals(person))
			.toList();
	}

	/** Decrypts the secret at a JSON pointer. */
	public String open(JsonNode event, String pointer) {
		try {
			var jwe = JWEObject.parse(event.at(pointer).asString());
			jwe.decrypt(new DirectDecrypter(this.key));
			return jwe.getPayload().toString();
		}
		catch (ParseException | JOSEException ex) {
			throw new AssertionError(event.toString(), ex);
		}
	}

	private @Nullable JsonNode next() {
		var message = this.rabbit.receive("postbox");
		if (message == null) {
			return null;
		}
		var event = new String(message.getBody(), StandardCharsets.UTF_8);
		assertThat(EventContract.violations(event)).as(event).isEmpty();
		return JSON.readTree(event);
	}

}
