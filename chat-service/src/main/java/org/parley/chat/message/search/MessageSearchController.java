package org.parley.chat.message.search;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.chat.conversation.ConversationAccess;
import org.parley.chat.message.MessageText;
import org.parley.chat.message.search.MessageSearch.MessageSearchQuery;
import org.parley.chat.message.view.MessageView;
import org.parley.chat.message.view.MessageViews;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/chat/search")
@Tag(name = "Messages")
class MessageSearchController {

	private final ConversationAccess access;

	private final MessageSearch search;

	private final MessageViews views;

	MessageSearchController(ConversationAccess access, MessageSearch search, MessageViews views) {
		this.access = access;
		this.search = search;
		this.views = views;
	}

	@GetMapping
	@Operation(summary = "Search the messages of your conversations, newest first")
	ResponseEntity<Paged<MessageView>> search(@Valid @ParameterObject MessageSearchQuery query, Caller caller) {
		var words = MessageText.wanted(query.q());
		var own = words.isEmpty() ? List.<String>of()
				: this.access.all(caller).stream().map((found) -> found.conversation().id()).toList();
		var page = this.search.find(own, words, query);
		return EntityTagResponses.of(new Paged<>(this.views.of(page.data(), caller.id()), page.meta()));
	}

}
