package org.parley.forum.thread;

import jakarta.validation.Valid;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What moderators do with threads. */
@RestController
@RequestMapping("/api/v1/threads/{id}")
class ModerationController {

	private final ChangeThread writing;

	private final ThreadViews views;

	ModerationController(ChangeThread writing, ThreadViews views) {
		this.writing = writing;
		this.views = views;
	}

	@PostMapping("/lock")
	ResponseEntity<Data<ThreadView>> lock(@PathVariable String id, IfMatch condition, Caller caller) {
		return take(ThreadStep.LOCK, id, condition, caller);
	}

	@PostMapping("/unlock")
	ResponseEntity<Data<ThreadView>> unlock(@PathVariable String id, IfMatch condition, Caller caller) {
		return take(ThreadStep.UNLOCK, id, condition, caller);
	}

	@PostMapping("/archive")
	ResponseEntity<Data<ThreadView>> archive(@PathVariable String id, IfMatch condition, Caller caller) {
		return take(ThreadStep.ARCHIVE, id, condition, caller);
	}

	@PostMapping("/unarchive")
	ResponseEntity<Data<ThreadView>> unarchive(@PathVariable String id, IfMatch condition, Caller caller) {
		return take(ThreadStep.UNARCHIVE, id, condition, caller);
	}

	@PostMapping("/hide")
	ResponseEntity<Data<ThreadView>> hide(@PathVariable String id, IfMatch condition, Caller caller) {
		return take(ThreadStep.HIDE, id, condition, caller);
	}

	@PostMapping("/unhide")
	ResponseEntity<Data<ThreadView>> unhide(@PathVariable String id, IfMatch condition, Caller caller) {
		return take(ThreadStep.UNHIDE, id, condition, caller);
	}

	@PostMapping("/pin")
	ResponseEntity<Data<ThreadView>> pin(@PathVariable String id, IfMatch condition, Caller caller) {
		return answer(this.writing.moderate(id, caller, condition, (thread) -> thread.pin(true)));
	}

	@PostMapping("/unpin")
	ResponseEntity<Data<ThreadView>> unpin(@PathVariable String id, IfMatch condition, Caller caller) {
		return answer(this.writing.moderate(id, caller, condition, (thread) -> thread.pin(false)));
	}

	@PostMapping("/move")
	ResponseEntity<Data<ThreadView>> move(@PathVariable String id, @Valid @RequestBody MoveRequest request,
			IfMatch condition, Caller caller) {
		return answer(this.writing.move(id, request.category(), caller, condition));
	}

	@PostMapping("/restore")
	ResponseEntity<Data<ThreadView>> restore(@PathVariable String id, IfMatch condition, Caller caller) {
		return answer(this.writing.moderate(id, caller, condition, ForumThread::restore));
	}

	private ResponseEntity<Data<ThreadView>> take(ThreadStep step, String id, IfMatch condition, Caller caller) {
		return answer(this.writing.moderate(id, caller, condition, (thread) -> thread.take(step)));
	}

	private ResponseEntity<Data<ThreadView>> answer(ForumThread thread) {
		return EntityTagResponses.of(thread.version(), this.views.of(thread));
	}

}
