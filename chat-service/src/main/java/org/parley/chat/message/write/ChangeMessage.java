package org.parley.chat.message.write;

import java.time.InstantSource;

import org.parley.chat.message.Message;
import org.parley.chat.message.MessageAccess;
import org.parley.chat.message.MessageText;
import org.parley.chat.message.Messages;
import org.parley.chat.message.PlacedMessage;
import org.parley.chat.message.event.MessageEventPublisher;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.text.markdown.Markdown;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/** Edits and deletes messages on behalf of their authors. */
@Component
class ChangeMessage {

	private final MessageAccess access;

	private final Messages messages;

	private final MessageEventPublisher events;

	private final Markdown markdown;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	ChangeMessage(MessageAccess access, Messages messages, MessageEventPublisher events, Markdown markdown,
			UnitOfWork unitOfWork, InstantSource clock) {
		this.access = access;
		this.messages = messages;
		this.events = events;
		this.markdown = markdown;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	Message edit(String id, String text, IfMatch condition, Caller caller) {
		return this.unitOfWork.run(() -> {
			var found = own(id, condition, caller);
			found.message().requireShown();
			this.access.requireContact(found, caller);
			var rendered = MessageText.of(MessageRequest.requireContent(text, !found.message().attachments().isEmpty()),
					this.markdown);
			if (rendered.text().equals(found.message().text())) {
				return found.message();
			}
			var edited = found.message().edited(rendered, this.clock.instant());
			this.messages.update(found.message(), edited, this.clock.instant());
			this.events.publishEdited(new PlacedMessage(edited, found.conversation()));
			return edited;
		});
	}

	/** Deletes a message; deleting it again has no effect. */
	void delete(String id, IfMatch condition, Caller caller) {
		this.unitOfWork.run(() -> {
			var found = own(id, condition, caller);
			if (!found.message().isDeleted()) {
				var deleted = found.message().deleted();
				this.messages.update(found.message(), deleted, this.clock.instant());
				this.events.publishDeleted(new PlacedMessage(deleted, found.conversation()), found.message().media());
			}
		});
	}

	private PlacedMessage own(String id, IfMatch condition, Caller caller) {
		var found = this.access.require(id, caller);
		found.message().requireAuthor(caller.id());
		condition.require(found.message().version());
		return found;
	}

}
