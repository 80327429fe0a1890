package org.parley.chat.message.write;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.chat.message.view.MessageView;
import org.parley.chat.message.view.MessageViews;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.markdown.VisibleMarkdown;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.idempotency.Idempotent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/chat")
@Tag(name = "Messages")
class MessageController {

	private final SendMessage sendMessage;

	private final ChangeMessage changeMessage;

	private final MessageViews views;

	MessageController(SendMessage sendMessage, ChangeMessage changeMessage, MessageViews views) {
		this.sendMessage = sendMessage;
		this.changeMessage = changeMessage;
		this.views = views;
	}

	@PostMapping("/conversations/{id}/messages")
	@Idempotent(withoutDatabase = true)
	@Operation(summary = "Send a message; a clientId that was sent before returns its message. "
			+ "While the database is away, the message has the status accepted and no number")
	@ApiResponse(responseCode = "201")
	@ApiResponse(responseCode = "200")
	ResponseEntity<Data<MessageView>> send(@PathVariable String id, @Valid @RequestBody MessageRequest request,
			@Parameter(hidden = true) @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			Caller caller) {
		var sent = this.sendMessage.send(id, request.withKey(key), caller);
		var view = (sent.isNew() || sent.message().isAccepted()) ? this.views.ofNew(sent.message(), sent.author())
				: this.views.of(sent.message(), caller.id());
		return ResponseEntity.status(sent.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
			.location(URI.create("/api/v1/chat/messages/" + view.id()))
			.eTag(EntityTagResponses.tag(view.version(), view))
			.body(new Data<>(view));
	}

	@PatchMapping("/messages/{id}")
	@Operation(summary = "Edit your message")
	ResponseEntity<Data<MessageView>> edit(@PathVariable String id, @Valid @RequestBody EditMessageRequest request,
			IfMatch condition, Caller caller) {
		var view = this.views.of(this.changeMessage.edit(id, request.text(), condition, caller), caller.id());
		return EntityTagResponses.of(view.version(), view);
	}

	@DeleteMapping("/messages/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete your message; a placeholder remains")
	void delete(@PathVariable String id, IfMatch condition, Caller caller) {
		this.changeMessage.delete(id, condition, caller);
	}

	/**
	 * Requests an edit of a message.
	 *
	 * @param text the new text in Markdown; may be empty if the message has attachments
	 */
	record EditMessageRequest(@NotNull @VisibleMarkdown @StorableText(max = 4_000, lines = true) String text) {
	}

}
