package org.parley.chat.message.view;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parley.chat.message.reaction.ReactToMessage;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/chat/messages/{id}/reactions/{emoji}")
@Tag(name = "Messages")
class ReactionController {

	private final ReactToMessage reactToMessage;

	private final MessageViews views;

	ReactionController(ReactToMessage reactToMessage, MessageViews views) {
		this.reactToMessage = reactToMessage;
		this.views = views;
	}

	@PutMapping
	@Operation(summary = "React to a message with an emoji")
	Data<MessageView> add(@PathVariable String id, @PathVariable String emoji, Caller caller) {
		var message = this.reactToMessage.add(id, emoji, caller);
		return new Data<>(this.views.of(message, caller.id()));
	}

	@DeleteMapping
	@Operation(summary = "Remove your reaction from a message")
	Data<MessageView> remove(@PathVariable String id, @PathVariable String emoji, Caller caller) {
		var message = this.reactToMessage.remove(id, emoji, caller);
		return new Data<>(this.views.of(message, caller.id()));
	}

}
