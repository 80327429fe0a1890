package org.parley.chat.message.write;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.chat.ChatIT;
import org.parley.chat.message.MessageText;
import org.parley.contracts.PersonReference;
import org.parley.contracts.chat.MessageAccepted.AcceptedMessage;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages that were accepted while the database was away are stored together. */
class AcceptedReplyIT extends ChatIT {

	private static final MessageText TEXT = new MessageText("Hello", "<p>Hello</p>", List.of("hello"));

	@Autowired
	private SaveMessage saveMessage;

	@Autowired
	private UnitOfWork unitOfWork;

	@Test
	void replyInTheSameTransactionKeepsItsReference() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		var author = new PersonReference(alice.id(), alice.username(), alice.username());
		var question = accepted(author, conversation, "c1", null);
		var answer = accepted(author, conversation, "c2", question.id());
		var again = accepted(author, conversation, "c1", null);
		this.unitOfWork
			.run(() -> List.of(question, answer, again).forEach((message) -> this.saveMessage.save(message, TEXT)));
		var stored = this.api.get(bob, "/conversations/" + conversation + "/messages").data();
		assertThat(stored.valueStream().map((message) -> message.path("id").asString())).containsExactly(answer.id(),
				question.id());
		assertThat(stored.get(0).path("replyTo").asString()).isEqualTo(question.id());
	}

	private AcceptedMessage accepted(PersonReference author, String conversation, String clientId,
			@Nullable String replyTo) {
		return new AcceptedMessage(Ids.next(), conversation, author, clientId, TEXT.text(), TEXT.html(), replyTo,
				"accepted", this.clock.instant());
	}

}
