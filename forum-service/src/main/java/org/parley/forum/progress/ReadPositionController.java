package org.parley.forum.progress;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.progress.ReadPositions.ReadPositionView;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Banned members may read, so they may also save their read position. */
@RestController
@RequestMapping("/api/v1/threads/{id}/progress")
@Tag(name = "Progress")
class ReadPositionController {

	private final ThreadAccess threads;

	private final CategoryAccess categories;

	private final ReadPositions readPositions;

	private final ReadThread readThread;

	ReadPositionController(ThreadAccess threads, CategoryAccess categories, ReadPositions readPositions,
			ReadThread readThread) {
		this.threads = threads;
		this.categories = categories;
		this.readPositions = readPositions;
		this.readThread = readThread;
	}

	@GetMapping
	@Operation(summary = "Get your read position in a thread and the number of unread posts")
	ResponseEntity<Data<ReadPositionView>> get(@PathVariable String id, Caller caller) {
		var thread = this.threads.visible(id, this.categories.rights(caller));
		return EntityTagResponses.of(new Data<>(this.readPositions.position(caller.id(), thread)));
	}

	@PutMapping
	@Operation(summary = "Save your read position in a thread; it never moves back")
	Data<ReadPositionView> read(@PathVariable String id, @Valid @RequestBody ReadPositionRequest request,
			Caller caller) {
		var thread = this.threads.visible(id, this.categories.rights(caller));
		this.readThread.read(caller.id(), thread, request.number());
		return new Data<>(this.readPositions.position(caller.id(), thread));
	}

	/**
	 * The read position that a client reports.
	 *
	 * @param number the number of the last read post; a larger number means the last post
	 */
	record ReadPositionRequest(
			@Schema(example = "37") @NotNull @Min(value = 1, message = "must be at least 1") Integer number) {
	}

}
