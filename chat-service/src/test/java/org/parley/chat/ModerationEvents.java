package org.parley.chat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;

import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Publishes the example events of moderation-service, about messages of the test. */
public final class ModerationEvents {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final RabbitTemplate rabbit;

	ModerationEvents(RabbitTemplate rabbit) {
		this.rabbit = rabbit;
	}

	/** Publishes the verdict of a check. */
	public void judge(String messageId, String verdict, long version) {
		publish("message-moderation.verdict", messageId, messageId,
				(data) -> data.put("verdict", verdict).put("contentVersion", version));
	}

	/** Publishes a decision that writes no text. */
	public void decide(String caseId, String messageId, String decision, Instant at) {
		publish("message-case.decided", caseId, messageId,
				(data) -> data.put("decision", decision).put("decidedAt", at.toString()));
	}

	/** Publishes the reversal of a decision that wrote no text. */
	public void reverse(String caseId, String messageId, String decision, Instant at) {
		publish("message-case.reversed", caseId, messageId,
				(data) -> data.put("decision", decision).put("reversedAt", at.toString()));
	}

	/** Publishes that a moderator has written a text. */
	public void edit(String caseId, String messageId, String text, Instant at) {
		publish("message-case.decided", caseId, messageId,
				(data) -> data.put("decision", "edit").put("text", text).put("decidedAt", at.toString()));
	}

	/** Publishes that an edit was reversed, with the text before it. */
	public void revertEdit(String caseId, String messageId, String text, Instant at) {
		publish("message-case.reversed", caseId, messageId,
				(data) -> data.put("decision", "edit").put("text", text).put("reversedAt", at.toString()));
	}

	private void publish(String type, String caseId, String messageId, Consumer<ObjectNode> change) {
		var event = (ObjectNode) JSON.readTree(EventContract.example(type));
		event.put("id", Ids.next()).put("subject", caseId);
		var data = event.withObject("/data").put("contentVersion", 0);
		if (data.has("caseId")) {
			data.put("caseId", caseId);
		}
		change.accept(data);
		event.withObject("/data/message").put("id", messageId);
		var violations = EventContract.violations(event.toString());
		if (!violations.isEmpty()) {
			throw new IllegalArgumentException(type + ": " + violations);
		}
		this.rabbit.send(Topology.lettersOf("chat_verdicts"), Topology.AGAIN,
				MessageBuilder.withBody(event.toString().getBytes(StandardCharsets.UTF_8)).build());
	}

}
