package org.parley.chat.message.event;

import java.util.Objects;
import java.util.Set;

import org.parley.chat.conversation.Conversation;
import org.parley.chat.conversation.event.ConversationReference;
import org.parley.chat.message.Message;
import org.parley.chat.message.PlacedMessage;
import org.parley.chat.person.ChatPeople;
import org.parley.chat.person.ChatPersonReference;
import org.parley.platform.security.Caller;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publishes the changes of messages, within the transaction of the caller. */
@Component
public class MessageEventPublisher {

	private final ChatPeople people;

	private final ApplicationEventPublisher publisher;

	MessageEventPublisher(ChatPeople people, ApplicationEventPublisher publisher) {
		this.people = people;
		this.publisher = publisher;
	}

	public void publishCreated(PlacedMessage created, ChatPersonReference author) {
		publish("message.created", created, author);
	}

	public void publishEdited(PlacedMessage edited) {
		publish("message.edited", edited, author(edited.message()));
	}

	public void publishReacted(PlacedMessage reacted) {
		publish("message.reacted", reacted, author(reacted.message()));
	}

	public void publishRestored(PlacedMessage restored) {
		publish("message.restored", restored, author(restored.message()));
	}

	public void publishRemoved(PlacedMessage removed) {
		var message = removed.message();
		this.publisher.publishEvent(
				new MessageRemoved(new MessageRemoved.RemovedMessage(message.id(), message.seq(), author(message)),
						ConversationReference.of(removed.conversation()), message.version()));
	}

	public void publishRead(Conversation conversation, Caller reader, long seq) {
		var person = new ChatPersonReference(reader.id(), reader.username(), reader.displayName());
		this.publisher.publishEvent(new PositionChanged(ConversationReference.of(conversation), person, seq));
	}

	private void publish(String type, PlacedMessage placed, ChatPersonReference author) {
		this.publisher.publishEvent(new MessageChanged(type, MessageData.of(placed.message(), author),
				ConversationReference.of(placed.conversation())));
	}

	private ChatPersonReference author(Message message) {
		var author = this.people.byId(Set.of(message.authorId())).get(message.authorId());
		return Objects.requireNonNull(author, "Every author is stored").reference();
	}

}
