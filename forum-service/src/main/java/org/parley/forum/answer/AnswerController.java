package org.parley.forum.answer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.parley.forum.category.AuthorizedWriters;
import org.parley.forum.thread.view.ThreadView;
import org.parley.forum.thread.view.ThreadViews;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.StorableText;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/threads/{id}/answer")
@Tag(name = "Threads")
class AnswerController {

	private final AuthorizedWriters authorizedWriters;

	private final AcceptAnswer acceptAnswer;

	private final ThreadViews views;

	AnswerController(AuthorizedWriters authorizedWriters, AcceptAnswer acceptAnswer, ThreadViews views) {
		this.authorizedWriters = authorizedWriters;
		this.acceptAnswer = acceptAnswer;
		this.views = views;
	}

	@PutMapping
	@Operation(summary = "Accept a reply as the answer")
	ResponseEntity<Data<ThreadView>> accept(@PathVariable String id, @Valid @RequestBody AnswerRequest request,
			IfMatch condition, Caller caller) {
		var thread = this.acceptAnswer.accept(id, request.postId(), condition, this.authorizedWriters.of(caller));
		return EntityTagResponses.of(thread.version(), this.views.of(thread, caller));
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Withdraw the accepted answer")
	void withdraw(@PathVariable String id, IfMatch condition, Caller caller) {
		this.acceptAnswer.withdraw(id, condition, this.authorizedWriters.of(caller));
	}

	/**
	 * Requests that a reply is accepted as the answer.
	 *
	 * @param postId the reply's id
	 */
	record AnswerRequest(@NotNull @StorableText(min = 1, max = 50) String postId) {
	}

}
