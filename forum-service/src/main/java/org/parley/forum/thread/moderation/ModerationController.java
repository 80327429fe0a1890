package org.parley.forum.thread.moderation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadTransition;
import org.parley.forum.thread.edit.ChangeThread;
import org.parley.forum.thread.view.ThreadView;
import org.parley.forum.thread.view.ThreadViews;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.StorableText;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/threads/{id}")
@Tag(name = "Thread moderation")
class ModerationController {

	private final ChangeThread changeThread;

	private final ThreadViews views;

	ModerationController(ChangeThread changeThread, ThreadViews views) {
		this.changeThread = changeThread;
		this.views = views;
	}

	@PostMapping("/lock")
	@Operation(summary = "Lock a thread against replies")
	ResponseEntity<Data<ThreadView>> lock(@PathVariable String id, IfMatch condition, Caller caller) {
		return apply(ThreadTransition.LOCK, id, condition, caller);
	}

	@PostMapping("/unlock")
	@Operation(summary = "Unlock a thread")
	ResponseEntity<Data<ThreadView>> unlock(@PathVariable String id, IfMatch condition, Caller caller) {
		return apply(ThreadTransition.UNLOCK, id, condition, caller);
	}

	@PostMapping("/archive")
	@Operation(summary = "Archive a thread against all changes")
	ResponseEntity<Data<ThreadView>> archive(@PathVariable String id, IfMatch condition, Caller caller) {
		return apply(ThreadTransition.ARCHIVE, id, condition, caller);
	}

	@PostMapping("/unarchive")
	@Operation(summary = "Open an archived thread")
	ResponseEntity<Data<ThreadView>> unarchive(@PathVariable String id, IfMatch condition, Caller caller) {
		return apply(ThreadTransition.UNARCHIVE, id, condition, caller);
	}

	@PostMapping("/hide")
	@Operation(summary = "Hide a thread from all but moderators")
	ResponseEntity<Data<ThreadView>> hide(@PathVariable String id, IfMatch condition, Caller caller) {
		return apply(ThreadTransition.HIDE, id, condition, caller);
	}

	@PostMapping("/unhide")
	@Operation(summary = "Show a hidden thread")
	ResponseEntity<Data<ThreadView>> unhide(@PathVariable String id, IfMatch condition, Caller caller) {
		return apply(ThreadTransition.UNHIDE, id, condition, caller);
	}

	@PostMapping("/pin")
	@Operation(summary = "Pin a thread above the others")
	ResponseEntity<Data<ThreadView>> pin(@PathVariable String id, IfMatch condition, Caller caller) {
		return answer(this.changeThread.moderate(id, caller, condition, ForumThread::pin), caller);
	}

	@PostMapping("/unpin")
	@Operation(summary = "Unpin a thread")
	ResponseEntity<Data<ThreadView>> unpin(@PathVariable String id, IfMatch condition, Caller caller) {
		return answer(this.changeThread.moderate(id, caller, condition, ForumThread::unpin), caller);
	}

	@PostMapping("/move")
	@Operation(summary = "Move a thread to another category")
	ResponseEntity<Data<ThreadView>> move(@PathVariable String id, @Valid @RequestBody MoveRequest request,
			IfMatch condition, Caller caller) {
		return answer(this.changeThread.move(id, request.category(), caller, condition), caller);
	}

	@PostMapping("/restore")
	@Operation(summary = "Restore a removed thread")
	ResponseEntity<Data<ThreadView>> restore(@PathVariable String id, IfMatch condition, Caller caller) {
		return answer(this.changeThread.moderate(id, caller, condition, ForumThread::restore), caller);
	}

	private ResponseEntity<Data<ThreadView>> apply(ThreadTransition transition, String id, IfMatch condition,
			Caller caller) {
		return answer(this.changeThread.moderate(id, caller, condition, (thread) -> thread.apply(transition)), caller);
	}

	private ResponseEntity<Data<ThreadView>> answer(ForumThread thread, Caller caller) {
		return EntityTagResponses.of(thread.version(), this.views.of(thread, caller));
	}

	/**
	 * Requests the move of a thread to another category.
	 *
	 * @param category the slug of the new category
	 */
	record MoveRequest(@NotNull @StorableText(min = 1, max = 50) String category) {
	}

}
