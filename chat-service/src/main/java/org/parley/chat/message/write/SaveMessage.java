package org.parley.chat.message.write;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.chat.conversation.ConversationNotFoundException;
import org.parley.chat.conversation.Conversations;
import org.parley.chat.message.Message;
import org.parley.chat.message.MessageText;
import org.parley.chat.message.Messages;
import org.parley.chat.message.PlacedMessage;
import org.parley.chat.message.event.MessageEventPublisher;
import org.parley.contracts.chat.MessageAccepted.AcceptedMessage;
import org.parley.contracts.media.MediaPurpose;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.readmodels.media.use.KnownMedia;

import org.springframework.stereotype.Component;

/** Numbers, saves and publishes a new message. Part of a transaction. */
@Component
class SaveMessage {

	private static final Duration KEY_VALIDITY = Duration.ofHours(24);

	private final Conversations conversations;

	private final Messages messages;

	private final MessageLimits limits;

	private final MessageEventPublisher events;

	private final KnownMedia knownMedia;

	private final InstantSource clock;

	SaveMessage(Conversations conversations, Messages messages, MessageLimits limits, MessageEventPublisher events,
			KnownMedia knownMedia, InstantSource clock) {
		this.conversations = conversations;
		this.messages = messages;
		this.limits = limits;
		this.events = events;
		this.knownMedia = knownMedia;
		this.clock = clock;
	}

	/**
	 * Requires that the author may attach the media, unless the message was sent before.
	 */
	void requireMedia(SendMessage.Draft draft) {
		if (known(draft.conversation().id(), draft.request().clientId(), draft.author().id()).isPresent()) {
			return;
		}
		this.knownMedia.requireUsable(draft.request().mediaIds(), draft.author().id(), MediaPurpose.MESSAGE,
				"attachments");
	}

	/**
	 * Saves a message, or finds the one that the author's client has sent with the same
	 * id. Two requests with the same id conflict in the conversation, so the second one
	 * runs again and finds the first.
	 */
	SendMessage.Sent save(SendMessage.Draft draft) {
		var conversationId = draft.conversation().id();
		var request = draft.request();
		var author = draft.author();
		var known = known(conversationId, request.clientId(), author.id());
		if (known.isPresent()) {
			return new SendMessage.Sent(known.get(), author, false);
		}
		requireAnswerable(conversationId, request.replyTo());
		this.limits.require(author.id(), conversationId);
		var now = this.clock.instant();
		var conversation = this.conversations.append(conversationId, draft.id(), now)
			.orElseThrow(ConversationNotFoundException::new);
		var message = Message.of(draft.id(), conversationId, conversation.lastSeq(), author.id(), request.clientId(),
				draft.text(), request.replyTo(), request.mediaIds(), now);
		this.messages.insert(message);
		this.events.publishCreated(new PlacedMessage(message, conversation), author.reference());
		return new SendMessage.Sent(message, author, true);
	}

	/**
	 * Saves a message that was accepted without the database, unless its id or that of
	 * the client is known. In a conversation that was removed meanwhile it has no place.
	 */
	void save(AcceptedMessage accepted, MessageText text) {
		this.messages.markHandled(accepted.conversationId(), accepted.id());
		var author = accepted.author();
		if (this.messages.find(accepted.id()).isPresent()
				|| known(accepted.conversationId(), accepted.clientId(), author.id()).isPresent()) {
			return;
		}
		var replyTo = Optional.ofNullable(accepted.replyTo())
			.filter((id) -> isIn(accepted.conversationId(), id))
			.orElse(null);
		this.conversations.append(accepted.conversationId(), accepted.id(), this.clock.instant())
			.ifPresent((conversation) -> {
				var message = Message.of(accepted.id(), conversation.id(), conversation.lastSeq(), author.id(),
						accepted.clientId(), text, replyTo, List.of(), accepted.createdAt());
				this.messages.insertReadable(message);
				this.events.publishCreated(new PlacedMessage(message, conversation), author);
			});
	}

	/**
	 * The message that the author's client has sent with an id. The key of a request
	 * counts for a day, as everywhere; then another message can have it.
	 */
	private Optional<Message> known(String conversationId, @Nullable String clientId, String authorId) {
		if (clientId == null) {
			return Optional.empty();
		}
		var found = this.messages.find(conversationId, authorId, clientId);
		if (clientId.startsWith(MessageRequest.KEY) && found.filter(this::isOutOfDate).isPresent()) {
			this.messages.forgetClientId(found.get().id());
			return Optional.empty();
		}
		return found;
	}

	private boolean isOutOfDate(Message message) {
		return message.createdAt().isBefore(this.clock.instant().minus(KEY_VALIDITY));
	}

	private void requireAnswerable(String conversationId, @Nullable String replyTo) {
		if (replyTo != null && !isIn(conversationId, replyTo)) {
			throw RefusalException.field("replyTo", "message.not-found", "is not a message of this conversation");
		}
	}

	private boolean isIn(String conversationId, String messageId) {
		return this.messages.find(messageId)
			.filter((message) -> message.conversationId().equals(conversationId))
			.isPresent();
	}

}
