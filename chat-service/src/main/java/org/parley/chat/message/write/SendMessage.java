package org.parley.chat.message.write;

import org.parley.chat.conversation.Conversation;
import org.parley.chat.message.Message;
import org.parley.chat.message.MessageText;
import org.parley.chat.outage.DatabaseWatch;
import org.parley.chat.person.ChatPerson;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.database.DatabaseFailure;
import org.parley.platform.mongo.transaction.StripedLocks;
import org.parley.platform.text.markdown.Markdown;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends a message to a conversation. It is stored; while the database is away, it is
 * accepted onto a queue with the same id.
 */
@Component
class SendMessage {

	private final RequireSender requireSender;

	private final Markdown markdown;

	private final SaveMessage saveMessage;

	private final AcceptMessage acceptMessage;

	private final StripedLocks locks;

	private final DatabaseWatch watch;

	SendMessage(RequireSender requireSender, Markdown markdown, SaveMessage saveMessage, AcceptMessage acceptMessage,
			StripedLocks locks, DatabaseWatch watch) {
		this.requireSender = requireSender;
		this.markdown = markdown;
		this.saveMessage = saveMessage;
		this.acceptMessage = acceptMessage;
		this.locks = locks;
		this.watch = watch;
	}

	Sent send(String conversationId, MessageRequest request, Caller caller) {
		var content = request.content();
		var sender = this.requireSender.require(conversationId, caller);
		var draft = new Draft(Ids.next(), sender.conversation(), sender.author(), request,
				MessageText.of(content, this.markdown));
		if (request.hasAttachments()) {
			return sendWithMedia(draft);
		}
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			return storeWithKey(draft);
		}
		return this.acceptMessage.isNeeded(conversationId) ? accept(draft) : storeOrAccept(draft);
	}

	/** Without the database, or before the fence, the request runs without its key. */
	private Sent storeWithKey(Draft draft) {
		if (this.acceptMessage.isNeeded(draft.conversation().id())) {
			throw new DataAccessResourceFailureException("Messages are accepted instead of stored");
		}
		return store(draft);
	}

	/**
	 * A failed commit may have stored the message. The queue stores an id once, so the
	 * outcome is the same.
	 */
	private Sent storeOrAccept(Draft draft) {
		try {
			return store(draft);
		}
		catch (RuntimeException ex) {
			if (!DatabaseFailure.of(ex).isOutage()) {
				throw ex;
			}
			this.watch.suspect();
			return accept(draft);
		}
	}

	private Sent accept(Draft draft) {
		this.requireSender.requireContact(draft.conversation(), draft.author());
		return this.acceptMessage.accept(draft);
	}

	/** Only the database knows whose the media are, so nothing is accepted without it. */
	private Sent sendWithMedia(Draft draft) {
		if (this.acceptMessage.isStoringRefused(draft.conversation().id())) {
			throw AcceptMessage.unavailable();
		}
		this.saveMessage.requireMedia(draft);
		return store(draft);
	}

	/** A request that has waited for the lock does not wait for the database as well. */
	private Sent store(Draft draft) {
		return this.locks.runAlone(draft.conversation().id(), () -> {
			this.watch.requireUsable();
			this.requireSender.requireStill(draft.conversation(), draft.author());
			return this.saveMessage.save(draft);
		});
	}

	/**
	 * A message to send.
	 *
	 * @param id the id, which is the same on every way to the database
	 * @param request what the client sent
	 */
	record Draft(String id, Conversation conversation, ChatPerson author, MessageRequest request, MessageText text) {
	}

	/**
	 * The result.
	 *
	 * @param isNew whether the message was not sent before
	 */
	record Sent(Message message, ChatPerson author, boolean isNew) {
	}

}
