package org.parley.forum.relocation;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.parley.forum.category.AuthorizedWriters;
import org.parley.forum.category.CategoryAccess;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.StorableText;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.idempotency.Idempotent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Merging and splitting")
class RelocationController {

	private final AuthorizedWriters authorizedWriters;

	private final MergeThreads mergeThreads;

	private final SplitThread splitThread;

	private final RelocationAccess access;

	private final CategoryAccess categories;

	RelocationController(AuthorizedWriters authorizedWriters, MergeThreads mergeThreads, SplitThread splitThread,
			RelocationAccess access, CategoryAccess categories) {
		this.authorizedWriters = authorizedWriters;
		this.mergeThreads = mergeThreads;
		this.splitThread = splitThread;
		this.access = access;
		this.categories = categories;
	}

	@PostMapping("/threads/{id}/merge")
	@Operation(summary = "Merge a thread into another one")
	@ApiResponse(responseCode = "202", description = "The server has accepted the request; `Location` is its progress")
	@ApiResponse(responseCode = "200", description = "The merge is complete already")
	ResponseEntity<Data<RelocationView>> merge(@PathVariable String id, @Valid @RequestBody MergeRequest request,
			IfMatch condition, Caller caller) {
		return answer(this.mergeThreads.merge(id, request.into(), condition, this.authorizedWriters.of(caller)));
	}

	@PostMapping("/threads/{id}/split")
	@Idempotent
	@Operation(summary = "Split replies into a new thread")
	@ApiResponse(responseCode = "202", description = "The server has accepted the request; `Location` is its progress")
	ResponseEntity<Data<RelocationView>> split(@PathVariable String id, @Valid @RequestBody SplitRequest request,
			IfMatch condition, Caller caller) {
		return answer(this.splitThread.split(id, request, condition, this.authorizedWriters.of(caller)));
	}

	@GetMapping("/admin/thread-works/{id}")
	@Operation(summary = "Get the progress of a merge or split")
	ResponseEntity<Data<RelocationView>> work(@PathVariable String id, Caller caller) {
		var rights = this.categories.rights(caller);
		rights.requireModerating();
		return EntityTagResponses.of(new Data<>(this.access.visible(id, rights).view()));
	}

	private static ResponseEntity<Data<RelocationView>> answer(ThreadRelocation relocation) {
		return ResponseEntity.status(relocation.isDone() ? HttpStatus.OK : HttpStatus.ACCEPTED)
			.location(URI.create("/api/v1/admin/thread-works/" + relocation.id()))
			.body(new Data<>(relocation.view()));
	}

	/**
	 * Requests that a thread is merged into another one.
	 *
	 * @param into the id of the other thread
	 */
	record MergeRequest(
			@Schema(example = "01KAG2Z9Y8X7W6V5T4S3R2Q1P0") @NotNull @StorableText(min = 1, max = 50) String into) {
	}

}
