package org.parley.platform.messaging.deadletter;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

import org.bson.types.Binary;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import org.springframework.amqp.core.Message;

/**
 * Reads messages of a dead-letter queue. The headers of a consumer or of the broker give
 * the reason; the body may be anything.
 *
 * @see <a href="https://www.rabbitmq.com/docs/dlx#effects">RabbitMQ: Dead-Lettered
 * Effects</a>
 */
class DeadLetterParser {

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

	private static final String BROKER = "x-first-death-reason";

	private final JsonMapper json;

	private final InstantSource clock;

	DeadLetterParser(JsonMapper json, InstantSource clock) {
		this.json = json;
		this.clock = clock;
	}

	DeadLetter read(String queue, Message message) {
		var event = event(message.getBody());
		var id = text(event, "id").filter((text) -> ID.matcher(text).matches());
		var at = instant(header(message, DeadLetterSender.LAST)).orElseGet(this.clock::instant);
		return new DeadLetter(queue + ":" + id.orElseGet(() -> Sha256.hex(message.getBody())), Ids.next(), queue,
				id.orElse(null), text(event, "type").orElse(null), instant(text(event, "time")).orElse(null),
				reason(message), cause(message), attempts(message),
				instant(header(message, DeadLetterSender.FIRST)).orElse(at), at,
				header(message, DeadLetterSender.EXCHANGE).orElse(null), new Binary(message.getBody()));
	}

	private JsonNode event(byte[] body) {
		try {
			var event = this.json.readTree(body);
			return (event != null) ? event : MissingNode.getInstance();
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	private static String reason(Message message) {
		return header(message, DeadLetterSender.REASON).orElse("The broker rejected the message");
	}

	private static String cause(Message message) {
		return header(message, DeadLetterSender.CAUSE).or(() -> header(message, BROKER)).orElse("unknown");
	}

	private static int attempts(Message message) {
		return (message.getMessageProperties().getHeaders().get(DeadLetterSender.ATTEMPTS) instanceof Number number)
				? number.intValue() : 0;
	}

	private static Optional<String> header(Message message, String name) {
		return Optional.ofNullable(message.getMessageProperties().getHeaders().get(name)).map(Object::toString);
	}

	private static Optional<String> text(JsonNode event, String name) {
		return Optional.ofNullable(event.get(name)).filter(JsonNode::isString).map(JsonNode::stringValue);
	}

	private static Optional<Instant> instant(Optional<String> text) {
		try {
			return text.map(Instant::parse);
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

}
