package org.parley.chat.message.read;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.parley.chat.message.read.CountUnread.UnreadMessagesView;
import org.parley.chat.message.read.ReadConversation.PositionView;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Messages")
class ReadController {

	private final ReadConversation readConversation;

	private final CountUnread countUnread;

	ReadController(ReadConversation readConversation, CountUnread countUnread) {
		this.readConversation = readConversation;
		this.countUnread = countUnread;
	}

	@GetMapping("/api/v1/chat/unread-count")
	@Operation(summary = "Count your unread messages in conversations that are not muted")
	ResponseEntity<Data<UnreadMessagesView>> count(Caller caller) {
		return EntityTagResponses.of(new Data<>(this.countUnread.count(caller)));
	}

	@PutMapping("/api/v1/chat/conversations/{id}/read")
	@Operation(summary = "Save how far you have read; the position never goes back")
	Data<PositionView> read(@PathVariable String id, @Valid @RequestBody ReadRequest request, Caller caller) {
		return new Data<>(this.readConversation.read(id, request.seq(), caller));
	}

	/**
	 * Reports how far a member has read.
	 *
	 * @param seq the number of the last message that the member has read
	 */
	record ReadRequest(@NotNull @Min(0) Long seq) {
	}

}
