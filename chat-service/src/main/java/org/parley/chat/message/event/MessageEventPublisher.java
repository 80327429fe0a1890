package org.parley.chat.message.event;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.chat.conversation.Conversation;
import org.parley.chat.message.Message;
import org.parley.chat.message.PlacedMessage;
import org.parley.chat.person.ChatPeople;
import org.parley.contracts.PersonReference;
import org.parley.contracts.chat.MessageChanged;
import org.parley.contracts.chat.MessageData;
import org.parley.contracts.chat.MessageRemoved;
import org.parley.contracts.chat.MessageRemoved.RemovedMessage;
import org.parley.contracts.chat.PositionChanged;
import org.parley.contracts.chat.RoomMessageRemoved;
import org.parley.contracts.chat.RoomMessageRemoved.GoneMessage;
import org.parley.contracts.chat.RoomMessageWritten;
import org.parley.contracts.chat.RoomMessageWritten.WrittenMessage;
import org.parley.contracts.media.AttachedMedium;
import org.parley.contracts.media.MediaAudience;
import org.parley.contracts.media.MediaSubject;
import org.parley.contracts.media.MediaUseChanged;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.media.use.KnownMedia;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publishes the changes of messages, within the transaction of the caller. */
@Component
public class MessageEventPublisher {

	private final ChatPeople people;

	private final KnownMedia knownMedia;

	private final ApplicationEventPublisher publisher;

	MessageEventPublisher(ChatPeople people, KnownMedia knownMedia, ApplicationEventPublisher publisher) {
		this.people = people;
		this.knownMedia = knownMedia;
		this.publisher = publisher;
	}

	public void publishCreated(PlacedMessage created, PersonReference author) {
		publish("message.created", created, author);
		publishText(created, author, null);
		if (!created.message().attachments().isEmpty()) {
			publishMedia(created.message(), created.message().attachments(), created.message().version());
		}
	}

	public void publishEdited(PlacedMessage edited) {
		var author = author(edited.message());
		publish("message.edited", edited, author);
		publishText(edited, author, null);
	}

	/** Publishes that a moderator has replaced a text, which no check judges. */
	public void publishCorrected(PlacedMessage corrected) {
		var author = author(corrected.message());
		publish("message.edited", corrected, author);
		publishText(corrected, author, true);
	}

	public void publishReacted(PlacedMessage reacted) {
		publish("message.reacted", reacted, author(reacted.message()));
	}

	public void publishRestored(PlacedMessage restored) {
		publish("message.restored", restored, author(restored.message()));
	}

	/**
	 * Publishes that an author has deleted a message.
	 * @param media the ids of the media that it used until now
	 */
	public void publishDeleted(PlacedMessage deleted, List<String> media) {
		var message = deleted.message();
		var author = author(message);
		publishRemoved(message, author, deleted.conversation(), message.version());
		publishGone(message, author, deleted.conversation(), message.version());
		if (!media.isEmpty()) {
			publishMedia(message, List.of(), message.version());
		}
	}

	/** Publishes that messages of a conversation are gone with their media. */
	public void publishExpired(Conversation conversation, List<Message> messages) {
		var authors = this.people.byId(messages.stream().map(Message::authorId).collect(Collectors.toSet()));
		for (var message : messages) {
			var version = message.version() + 1;
			var author = Objects.requireNonNull(authors.get(message.authorId())).reference();
			if (message.isShown()) {
				publishRemoved(message, author, conversation, version);
			}
			if (!message.isDeleted()) {
				publishGone(message, author, conversation, version);
			}
			if (!message.media().isEmpty()) {
				publishMedia(message, List.of(), version);
			}
		}
	}

	/**
	 * Publishes that a message is not shown; moderators may restore it with its media.
	 */
	public void publishRemoved(PlacedMessage removed) {
		var message = removed.message();
		publishRemoved(message, author(message), removed.conversation(), message.version());
	}

	private void publishRemoved(Message message, PersonReference author, Conversation conversation, long version) {
		this.publisher.publishEvent(new MessageRemoved(new RemovedMessage(message.id(), message.seq(), author),
				conversation.reference(), version));
	}

	/** No text of any other conversation leaves it. */
	private void publishText(PlacedMessage written, PersonReference author, @Nullable Boolean corrected) {
		if (written.conversation().isRoom()) {
			var message = written.message();
			this.publisher.publishEvent(
					new RoomMessageWritten(
							new WrittenMessage(message.id(), message.seq(), author,
									Objects.requireNonNull(message.text()), message.version()),
							written.conversation().reference(), corrected));
		}
	}

	private void publishGone(Message message, PersonReference author, Conversation conversation, long version) {
		if (conversation.isRoom()) {
			this.publisher.publishEvent(
					new RoomMessageRemoved(new GoneMessage(message.id(), author), conversation.reference(), version));
		}
	}

	/**
	 * Publishes how far a member has read.
	 * @param hidden whether only the member sees it
	 */
	public void publishRead(Conversation conversation, Caller reader, long seq, boolean hidden) {
		var person = new PersonReference(reader.id(), reader.username(), reader.displayName());
		this.publisher.publishEvent(new PositionChanged(conversation.reference(), person, seq, hidden ? true : null));
	}

	private void publish(String type, PlacedMessage placed, PersonReference author) {
		this.publisher.publishEvent(new MessageChanged(type, data(placed, author), placed.conversation().reference()));
	}

	private MessageData data(PlacedMessage placed, PersonReference author) {
		var message = placed.message();
		return new MessageData(message.id(), message.conversationId(), message.seq(), author, message.text(),
				message.html(), message.replyTo(), media(placed), message.shownReactions(), message.status().json(),
				message.createdAt(), message.editedAt(), message.version());
	}

	private List<AttachedMedium> media(PlacedMessage placed) {
		var ids = placed.message().attachments();
		return ids.isEmpty() ? List.of() : this.knownMedia.gallery(ids).attach(ids);
	}

	private void publishMedia(Message message, List<String> media, long version) {
		this.publisher.publishEvent(mediaUse(message, media, version));
	}

	/** The media that a message uses in a version. */
	public static MediaUseChanged mediaUse(Message message, List<String> media, long version) {
		return MediaUseChanged.of(new MediaSubject("message", message.id()), message.authorId(), media,
				MediaAudience.RESTRICTED, version);
	}

	private PersonReference author(Message message) {
		var author = this.people.byId(Set.of(message.authorId())).get(message.authorId());
		return Objects.requireNonNull(author, "Every author is stored").reference();
	}

}
