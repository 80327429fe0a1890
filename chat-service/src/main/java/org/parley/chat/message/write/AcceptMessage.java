package org.parley.chat.message.write;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.parley.chat.message.Message;
import org.parley.chat.message.Messages;
import org.parley.chat.message.RecentMessages;
import org.parley.chat.outage.DatabaseWatch;
import org.parley.contracts.chat.MessageAccepted;
import org.parley.contracts.chat.MessageAccepted.AcceptedMessage;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.mongo.database.DatabaseFailure;

import org.springframework.stereotype.Component;

/**
 * Accepts messages while the database is away: a message is accepted when the broker has
 * confirmed that the queue {@code message_save} has it durably. A single consumer stores
 * the messages of the queue in its order.
 *
 * <p>
 * A stored message must not overtake an accepted one. So this process goes on accepting
 * until one of its messages is stored that it accepted when all processes knew the
 * database again: the queue was emptied up to there. Messages of a conversation that it
 * accepted since may still wait, so the conversation waits for the last of them.
 */
@Component
class AcceptMessage {

	/** After this time every process has noticed that the database answers. */
	private static final Duration GRACE = Duration.ofSeconds(5);

	/**
	 * After this time a later message is the fence, which is as safe. The queue may have
	 * dropped the message, such as that of an erased person.
	 */
	private static final Duration REPLACED = Duration.ofSeconds(30);

	private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

	private final AcceptedMessageQueue queue;

	private final AcceptedMessages accepted;

	private final Messages messages;

	private final RecentMessages recent;

	private final DatabaseWatch watch;

	private final InstantSource clock;

	/** The message that must be stored before the next one is; null normally. */
	private volatile @Nullable Message fence;

	AcceptMessage(AcceptedMessageQueue queue, AcceptedMessages accepted, Messages messages, RecentMessages recent,
			DatabaseWatch watch, InstantSource clock) {
		this.queue = queue;
		this.accepted = accepted;
		this.messages = messages;
		this.recent = recent;
		this.watch = watch;
		this.clock = clock;
	}

	/** Whether messages of a conversation are accepted instead of stored. */
	boolean isNeeded(String conversationId) {
		return !this.watch.isUsable() || isBeforeFence() || hasAccepted(conversationId);
	}

	private boolean isBeforeFence() {
		var last = this.fence;
		if (last == null) {
			return false;
		}
		if (!this.watch.isUsableFor(GRACE) || last.createdAt().isBefore(this.watch.usableFrom(GRACE))
				|| !isStored(last)) {
			return true;
		}
		this.fence = null;
		return false;
	}

	private boolean hasAccepted(String conversationId) {
		var last = this.accepted.last(conversationId);
		if (last == null) {
			return false;
		}
		if (!isStored(last)) {
			return true;
		}
		this.accepted.remove(last);
		return false;
	}

	/**
	 * Whether a message that only the database can take is refused for a moment: the
	 * database is away, or the message would overtake the one that is the fence, or the
	 * last accepted one of its conversation. It never is one of them itself, so it waits
	 * for no later one.
	 */
	boolean isStoringRefused(String conversationId) {
		return !this.watch.isUsable() || isAwaited(this.fence) || isAwaited(this.accepted.last(conversationId));
	}

	private boolean isAwaited(@Nullable Message last) {
		return last != null && !isReplaceable(last, this.clock.instant()) && !isStored(last);
	}

	/**
	 * Accepts a message, or finds the one that this process has accepted from the
	 * author's client with the same id.
	 * @throws RefusalException 503 {@code service.unavailable} if the broker is away, too
	 */
	SendMessage.Sent accept(SendMessage.Draft draft) {
		var isNew = new AtomicBoolean();
		var message = this.accepted.find(draft, () -> {
			isNew.set(true);
			return publish(draft);
		});
		return new SendMessage.Sent(message, draft.author(), isNew.get());
	}

	private Message publish(SendMessage.Draft draft) {
		var message = Message.accepted(draft.id(), draft.conversation().id(), draft.author().id(),
				draft.request().clientId(), draft.text(), draft.request().replyTo(), this.clock.instant());
		this.accepted.requireSpace(message);
		if (!this.queue.add(accepted(message, draft))) {
			throw unavailable();
		}
		raiseFence(message);
		this.accepted.add(message);
		this.recent.accept(message);
		return message;
	}

	private static MessageAccepted accepted(Message message, SendMessage.Draft draft) {
		return new MessageAccepted(new AcceptedMessage(message.id(), message.conversationId(),
				draft.author().reference(), message.clientId(), draft.text().text(), draft.text().html(),
				message.replyTo(), message.status().json(), message.createdAt()), draft.conversation().reference());
	}

	static RefusalException unavailable() {
		return RefusalException.later(RefusalKind.UNAVAILABLE, "service.unavailable",
				"The service is temporarily unavailable.", RETRY_AFTER);
	}

	/**
	 * The first message after the grace is the fence; until then it is the last one, so
	 * that there always is one.
	 */
	private synchronized void raiseFence(Message message) {
		var last = this.fence;
		if (last == null || last.createdAt().isBefore(this.watch.usableFrom(GRACE)) || !this.watch.isUsable()
				|| isReplaceable(last, message.createdAt())) {
			this.fence = message;
		}
	}

	private static boolean isReplaceable(Message fence, Instant now) {
		return fence.createdAt().plus(REPLACED).isBefore(now);
	}

	private boolean isStored(Message message) {
		try {
			return this.messages.isHandled(message.id());
		}
		catch (RuntimeException ex) {
			if (!DatabaseFailure.of(ex).isOutage()) {
				throw ex;
			}
			this.watch.suspect();
			return false;
		}
	}

}
