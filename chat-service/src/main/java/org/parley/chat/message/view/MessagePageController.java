package org.parley.chat.message.view;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.chat.conversation.ConversationAccess;
import org.parley.chat.message.Message;
import org.parley.chat.message.MessageAccess;
import org.parley.chat.message.Messages;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Messages")
class MessagePageController {

	private static final String SORT = "seq";

	private final ConversationAccess conversations;

	private final MessageAccess access;

	private final Messages messages;

	private final MessageViews views;

	MessagePageController(ConversationAccess conversations, MessageAccess access, Messages messages,
			MessageViews views) {
		this.conversations = conversations;
		this.access = access;
		this.messages = messages;
		this.views = views;
	}

	@GetMapping("/api/v1/chat/conversations/{id}/messages")
	@Operation(summary = "List the messages of a conversation, newest first")
	ResponseEntity<Paged<MessageView>> list(@PathVariable String id, @Valid @ParameterObject MessageQuery query,
			Caller caller) {
		this.conversations.require(id, caller);
		var from = start(query);
		var found = this.messages.page(id, from, query.size() + 1);
		var page = Paged.walk(found, from, query.size(), SORT, (message) -> new Object[] { message.seq() });
		return EntityTagResponses.of(new Paged<>(this.views.of(page.data(), caller.id()), page.meta()));
	}

	@GetMapping("/api/v1/chat/messages/{id}")
	@Operation(summary = "Get a message")
	ResponseEntity<Data<MessageView>> get(@PathVariable String id, Caller caller) {
		Message message = this.access.require(id, caller).message();
		return EntityTagResponses.of(message.version(), this.views.of(message, caller.id()));
	}

	/** A page around a message begins half a page after it. */
	private static @Nullable Cursor start(MessageQuery query) {
		if (query.cursor() != null) {
			return Cursor.parse(query.cursor(), SORT, 1);
		}
		return (query.around() != null) ? Cursor.next(SORT, query.around() + (query.size() + 1) / 2) : null;
	}

}
