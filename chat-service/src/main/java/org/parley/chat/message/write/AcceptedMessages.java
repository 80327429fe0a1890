package org.parley.chat.message.write;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.parley.chat.message.Message;
import org.parley.chat.message.Messages.SentMessage;

import org.springframework.stereotype.Component;

/**
 * The messages that this process has accepted: by the ids of clients, so that a repeated
 * request sends nothing; by author, for the limits; and the last one of each
 * conversation, which no later one may overtake.
 */
@Component
class AcceptedMessages {

	private static final Duration REMEMBERED = Duration.ofHours(1);

	private static final Duration LIMITED = Duration.ofMinutes(1);

	private static final int MAX = 100_000;

	private final Cache<String, Message> byClientId = Caffeine.newBuilder()
		.expireAfterWrite(REMEMBERED)
		.maximumSize(MAX)
		.build();

	private final Cache<String, ConcurrentLinkedDeque<SentMessage>> byAuthor = Caffeine.newBuilder()
		.expireAfterAccess(LIMITED)
		.maximumSize(MAX)
		.build();

	private final Cache<String, Message> byConversation = Caffeine.newBuilder()
		.expireAfterWrite(REMEMBERED)
		.maximumSize(MAX)
		.build();

	void add(Message message) {
		this.byConversation.put(message.conversationId(), message);
	}

	/** The last message of a conversation; null if all are known to be stored. */
	@Nullable Message last(String conversationId) {
		return this.byConversation.getIfPresent(conversationId);
	}

	/** Forgets a stored message. */
	void remove(Message stored) {
		this.byConversation.asMap().remove(stored.conversationId(), stored);
	}

	/** Finds the message with the client's id, or accepts it. */
	Message find(SendMessage.Draft draft, Supplier<Message> accept) {
		var clientId = draft.request().clientId();
		if (clientId == null) {
			return accept.get();
		}
		var key = draft.author().id() + ":" + draft.conversation().id() + ":" + clientId;
		return Objects.requireNonNull(this.byClientId.get(key, (_) -> accept.get()));
	}

	/**
	 * Requires that an author may send another message, and counts it.
	 * @throws org.parley.platform.domain.RefusalException 429 {@code limit.exceeded}
	 */
	void requireSpace(Message message) {
		var sent = Objects.requireNonNull(this.byAuthor.get(message.authorId(), (_) -> new ConcurrentLinkedDeque<>()));
		var now = message.createdAt();
		MessageLimits.require(latest(sent, now), message.conversationId(), now);
		sent.addFirst(new SentMessage(now, message.conversationId()));
	}

	private static List<SentMessage> latest(ConcurrentLinkedDeque<SentMessage> sent, Instant now) {
		var since = now.minus(LIMITED);
		sent.removeIf((one) -> one.at().isBefore(since));
		return List.copyOf(sent);
	}

}
