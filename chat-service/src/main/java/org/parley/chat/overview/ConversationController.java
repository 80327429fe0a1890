package org.parley.chat.overview;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.chat.conversation.ConversationAccess;
import org.parley.chat.conversation.change.EditConversation;
import org.parley.chat.conversation.change.EditConversation.EditConversationRequest;
import org.parley.chat.conversation.change.OpenConversation;
import org.parley.chat.conversation.change.OpenConversation.ConversationRequest;
import org.parley.chat.overview.ConversationViews.ConversationView;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.idempotency.Idempotent;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/chat/conversations")
@Tag(name = "Conversations")
class ConversationController {

	private final OpenConversation openConversation;

	private final EditConversation editConversation;

	private final ConversationAccess access;

	private final ConversationList list;

	private final ConversationViews views;

	ConversationController(OpenConversation openConversation, EditConversation editConversation,
			ConversationAccess access, ConversationList list, ConversationViews views) {
		this.openConversation = openConversation;
		this.editConversation = editConversation;
		this.access = access;
		this.list = list;
		this.views = views;
	}

	@PostMapping
	@Idempotent
	@Operation(summary = "Open a conversation; a direct one that exists is returned")
	@ApiResponse(responseCode = "201")
	@ApiResponse(responseCode = "200")
	ResponseEntity<Data<ConversationView>> open(@Valid @RequestBody ConversationRequest request, Caller caller) {
		var opened = this.openConversation.open(request, caller);
		var view = this.views.of(opened.participation());
		return ResponseEntity.status(opened.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
			.location(URI.create("/api/v1/chat/conversations/" + view.id()))
			.eTag(EntityTagResponses.tag(view.version(), view))
			.body(new Data<>(view));
	}

	@GetMapping
	@Operation(summary = "List your conversations, latest first")
	ResponseEntity<Paged<ConversationView>> list(@Valid @ParameterObject ChatPageQuery query, Caller caller) {
		return EntityTagResponses.of(this.list.page(query, caller));
	}

	@GetMapping("/{id}")
	@Operation(summary = "Get one of your conversations")
	ResponseEntity<Data<ConversationView>> get(@PathVariable String id, Caller caller) {
		var view = this.views.of(this.access.require(id, caller));
		return EntityTagResponses.of(view.version(), view);
	}

	@PatchMapping("/{id}")
	@Operation(summary = "Change the name or description of a group or room")
	ResponseEntity<Data<ConversationView>> edit(@PathVariable String id,
			@Valid @RequestBody EditConversationRequest request, IfMatch condition, Caller caller) {
		var view = this.views.of(this.editConversation.edit(id, request, condition, caller));
		return EntityTagResponses.of(view.version(), view);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove a group or room for all its members")
	void remove(@PathVariable String id, IfMatch condition, Caller caller) {
		this.editConversation.remove(id, condition, caller);
	}

}
