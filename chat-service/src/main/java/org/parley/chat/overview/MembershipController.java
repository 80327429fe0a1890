package org.parley.chat.overview;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Future;
import org.jspecify.annotations.Nullable;
import org.parley.chat.conversation.change.ChangeMembers;
import org.parley.chat.conversation.change.MuteConversation;
import org.parley.chat.overview.ConversationViews.ConversationView;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/chat/conversations/{id}")
@Tag(name = "Conversations")
class MembershipController {

	private final ChangeMembers changeMembers;

	private final MuteConversation muteConversation;

	private final ConversationViews views;

	MembershipController(ChangeMembers changeMembers, MuteConversation muteConversation, ConversationViews views) {
		this.changeMembers = changeMembers;
		this.muteConversation = muteConversation;
		this.views = views;
	}

	@PostMapping("/join")
	@Operation(summary = "Join a room; earlier messages are not unread")
	Data<ConversationView> join(@PathVariable String id, Caller caller) {
		return new Data<>(this.views.of(this.changeMembers.join(id, caller)));
	}

	@PostMapping("/leave")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Leave a group or room")
	void leave(@PathVariable String id, Caller caller) {
		this.changeMembers.leave(id, caller);
	}

	@PutMapping("/members/{username}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Add a member to your group")
	void invite(@PathVariable String id, @PathVariable String username, Caller caller) {
		this.changeMembers.invite(id, username, caller);
	}

	@DeleteMapping("/members/{username}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove a member from your group, by the id if the account is deleted, or leave it")
	void remove(@PathVariable String id, @PathVariable String username, Caller caller) {
		this.changeMembers.remove(id, username, caller);
	}

	@PutMapping("/mute")
	@Operation(summary = "Mute a conversation until a time, or unmute it")
	Data<ConversationView> mute(@PathVariable String id, @Valid @RequestBody MuteRequest request, Caller caller) {
		return new Data<>(this.views.of(this.muteConversation.mute(id, request.until(), caller)));
	}

	/**
	 * Mutes a conversation.
	 *
	 * @param until when notifications resume; null turns them on
	 */
	record MuteRequest(@Future(message = "must be in the future") @Nullable Instant until) {
	}

}
