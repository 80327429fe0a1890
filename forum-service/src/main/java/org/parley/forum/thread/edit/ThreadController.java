package org.parley.forum.thread.edit;

import java.time.InstantSource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.forum.thread.view.ThreadView;
import org.parley.forum.thread.view.ThreadViews;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@RequestMapping("/api/v1/threads/{id}")
@Tag(name = "Threads")
class ThreadController {

	private final ThreadAccess access;

	private final CategoryAccess categories;

	private final EditThread editThread;

	private final ChangeThread changeThread;

	private final ThreadViews views;

	private final InstantSource clock;

	ThreadController(ThreadAccess access, CategoryAccess categories, EditThread editThread, ChangeThread changeThread,
			ThreadViews views, InstantSource clock) {
		this.access = access;
		this.categories = categories;
		this.editThread = editThread;
		this.changeThread = changeThread;
		this.views = views;
		this.clock = clock;
	}

	/**
	 * Redirects if the request has an outdated slug, which may be the present one again
	 * later.
	 */
	@GetMapping
	@Operation(summary = "Get a thread")
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "301", content = @Content,
			description = "The slug is outdated, or the thread was merged into another one; see `Location`")
	ResponseEntity<Data<ThreadView>> get(@PathVariable String id, @RequestParam(required = false) @Size(max = 200,
			message = "must have at most 200 characters") @Nullable String slug, @Nullable Caller caller) {
		var reader = (caller != null) ? caller.id() : null;
		var thread = this.access.visible(id, this.categories.rights(caller), reader);
		return (slug == null || slug.equals(thread.slug())) ? answer(thread, caller) : redirect(thread);
	}

	@PatchMapping
	@Operation(summary = "Edit the title or the tags of a thread")
	ResponseEntity<Data<ThreadView>> edit(@PathVariable String id, @Valid @RequestBody ThreadRequest request,
			IfMatch condition, Caller caller) {
		return answer(this.editThread.edit(id, request, caller, condition), caller);
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove a thread")
	void remove(@PathVariable String id, IfMatch condition, Caller caller) {
		this.changeThread.change(id, caller, condition,
				(thread, writer) -> thread.remove(writer, this.clock.instant()));
	}

	private static ResponseEntity<Data<ThreadView>> redirect(ForumThread thread) {
		var address = UriComponentsBuilder.fromPath("/api/v1/threads/{id}")
			.queryParam("slug", "{slug}")
			.encode()
			.buildAndExpand(thread.id(), thread.slug());
		return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
			.location(address.toUri())
			.cacheControl(CacheControl.noCache())
			.build();
	}

	private ResponseEntity<Data<ThreadView>> answer(ForumThread thread, @Nullable Caller caller) {
		return EntityTagResponses.of(thread.version(), this.views.of(thread, caller));
	}

}
