package org.parley.moderation;

import java.nio.charset.StandardCharsets;

import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.context.TestComponent;

/** A fake of chat-service: publishes its events. */
@TestComponent
public class FakeChat {

	private static final String QUEUE = "ai_moderation";

	private static final String EXCHANGE = "chat.events";

	private final RabbitTemplate rabbit;

	private final AmqpAdmin broker;

	private final Topology topology;

	private final JsonMapper json;

	FakeChat(RabbitTemplate rabbit, AmqpAdmin broker, Topology topology, JsonMapper json) {
		this.rabbit = rabbit;
		this.broker = broker;
		this.topology = topology;
		this.json = json;
	}

	/** Writes a message in a room that everybody may enter. */
	public RoomMessage write(TestUser author, String text) {
		var message = new RoomMessage(Ids.next(), Ids.next(), author, text, false, 0);
		write(message);
		return message;
	}

	/** Publishes a version of a message. */
	public void write(RoomMessage message) {
		send(written(message, "room"));
	}

	/** Publishes a text of another conversation as if it were one of a room. */
	public void writeElsewhere(RoomMessage message, String kind) {
		send(written(message, kind));
	}

	/**
	 * Publishes a message as chat-service does for those who read the conversation, at an
	 * exchange with all bindings of the catalogue.
	 * @param kind the kind of the conversation
	 */
	public void tellReaders(RoomMessage message, String kind) {
		var event = event("message.created", message);
		var data = event.withObject("/data/message").put("id", message.id()).put("text", message.text());
		sign(data.withObject("/author"), message.author());
		event.withObject("/data/conversation").put("id", message.roomId()).put("kind", kind);
		this.broker.declareExchange(new TopicExchange(EXCHANGE));
		this.topology.bindingsTo(QUEUE)
			.stream()
			.filter((binding) -> EXCHANGE.equals(binding.getExchange()))
			.forEach(this.broker::declareBinding);
		this.rabbit.send(EXCHANGE, "message.created", MessageBuilder.withBody(body(event)).build());
	}

	/** Publishes that a moderator has replaced a text. */
	public void correct(RoomMessage message) {
		var event = written(message, "room");
		event.withObject("/data").put("corrected", true);
		send(event);
	}

	/** Publishes that a message is gone. */
	public void remove(RoomMessage message) {
		var event = event("room-message.removed", message);
		event.withObject("/data").put("version", message.version() + 1);
		var data = event.withObject("/data/message").put("id", message.id());
		sign(data.withObject("/author"), message.author());
		place(event, message, "room");
		send(event);
	}

	/** Reports a message. */
	public void report(RoomMessage message, String reason) {
		var event = event("message.reported", message);
		event.withObject("/data/report").put("reason", reason);
		var data = event.withObject("/data/message").put("id", message.id()).put("text", message.text());
		sign(data.put("version", message.version()).withObject("/author"), message.author());
		place(event, message, "room");
		send(event);
	}

	private ObjectNode written(RoomMessage message, String kind) {
		var event = event("room-message.written", message);
		var data = event.withObject("/data/message").put("id", message.id()).put("text", message.text());
		sign(data.put("version", message.version()).withObject("/author"), message.author());
		place(event, message, kind);
		return event;
	}

	private static void place(ObjectNode event, RoomMessage message, String kind) {
		var conversation = event.withObject("/data/conversation").put("id", message.roomId()).put("kind", kind);
		if (message.limited()) {
			conversation.put("limited", true);
		}
	}

	private ObjectNode event(String type, RoomMessage message) {
		var event = (ObjectNode) this.json.readTree(EventContract.example(type));
		return event.put("id", Ids.next()).put("subject", message.id()).put("partitionkey", message.roomId());
	}

	private void send(ObjectNode event) {
		this.rabbit.send(Topology.lettersOf(QUEUE), Topology.AGAIN, MessageBuilder.withBody(body(event)).build());
	}

	private static byte[] body(ObjectNode event) {
		return event.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void sign(ObjectNode signature, TestUser user) {
		signature.put("id", user.id()).put("username", user.username());
	}

	/**
	 * A message.
	 *
	 * @param roomId the conversation
	 * @param limited whether only the readers of a category may enter the room
	 */
	public record RoomMessage(String id, String roomId, TestUser author, String text, boolean limited, long version) {

		/** Returns the next version with another text. */
		public RoomMessage edited(String other) {
			return new RoomMessage(this.id, this.roomId, this.author, other, this.limited, this.version + 1);
		}

	}

}
