package org.parley.forum.thread;

import java.time.InstantSource;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.forum.category.Audience;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Answers;
import org.parley.platform.web.Data;
import org.parley.platform.web.IfMatch;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/threads/{id}")
class ThreadController {

	private final ThreadAccess access;

	private final ThreadWriting writing;

	private final ThreadViews views;

	private final InstantSource clock;

	ThreadController(ThreadAccess access, ThreadWriting writing, ThreadViews views, InstantSource clock) {
		this.access = access;
		this.writing = writing;
		this.views = views;
		this.clock = clock;
	}

	@GetMapping
	ResponseEntity<Data<ThreadView>> get(@PathVariable String id, @Nullable Caller caller) {
		return answer(this.access.visible(id, Audience.of(caller)));
	}

	@PatchMapping
	ResponseEntity<Data<ThreadView>> edit(@PathVariable String id, @Valid @RequestBody ThreadRequest request,
			IfMatch condition, Caller caller) {
		return answer(this.writing.change(id, caller, condition,
				(thread, writer) -> thread.edit(writer, request.title(), request.tags())));
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@PathVariable String id, IfMatch condition, Caller caller) {
		this.writing.change(id, caller, condition, (thread, writer) -> thread.remove(writer, this.clock.instant()));
	}

	private ResponseEntity<Data<ThreadView>> answer(ForumThread thread) {
		return Answers.of(thread.version(), this.views.of(thread));
	}

}
