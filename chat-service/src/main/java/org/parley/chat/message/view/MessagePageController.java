package org.parley.chat.message.view;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.chat.message.Message;
import org.parley.chat.message.MessageAccess;
import org.parley.chat.message.view.MessageHistory.Found;
import org.parley.chat.message.view.MessageHistory.Placed;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.PageQuery;
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

	private final MessageHistory history;

	private final MessageAccess access;

	private final MessageViews views;

	MessagePageController(MessageHistory history, MessageAccess access, MessageViews views) {
		this.history = history;
		this.access = access;
		this.views = views;
	}

	@GetMapping("/api/v1/chat/conversations/{id}/messages")
	@Operation(summary = "List the messages of a conversation, newest first")
	ResponseEntity<Paged<MessageView>> list(@PathVariable String id, @Valid @ParameterObject MessageQuery query,
			Caller caller) {
		var from = start(query);
		var found = this.history.find(id, from, query.size(), caller);
		var page = page(found, from, query.size());
		var views = this.views.ofRecent(page.data().stream().map(Placed::message).toList(), caller.id());
		return EntityTagResponses.of(new Paged<>(views, page.meta()));
	}

	/** Messages that are not known now are on a next page. */
	private static Paged<Placed> page(Found found, @Nullable Cursor from, int size) {
		if (found.isWhole()) {
			return Paged.walk(found.messages(), from, size, SORT, MessagePageController::key);
		}
		var first = found.messages().getFirst();
		return Paged.of(found.messages(), Cursor.next(SORT, key(found.messages().getLast())),
				(from != null) ? Cursor.prev(SORT, key(first)) : null, size);
	}

	private static Object[] key(Placed placed) {
		return new Object[] { placed.number() };
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
		var half = (query.size() + 1) / 2;
		return (query.around() != null) ? Cursor.next(SORT, Math.min(query.around(), Long.MAX_VALUE - half) + half)
				: null;
	}

	/** A query for a page of messages. */
	record MessageQuery(@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor, @Parameter(
			description = "Number (`seq`) of a message, to get the page around it") @Min(1) @Nullable Long around,
			@Min(1) @Max(100) @Nullable Integer limit) implements PageQuery {
	}

}
