package org.parley.forum.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.forum.category.AuthorizedWriters;
import org.parley.forum.category.Category;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.draft.Draft.DraftView;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.idempotency.Idempotent;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/drafts")
@Tag(name = "Drafts")
class DraftController {

	private final AuthorizedWriters authorizedWriters;

	private final SaveDraft saveDraft;

	private final Drafts drafts;

	private final CategoryAccess categories;

	private final ThreadAccess threads;

	DraftController(AuthorizedWriters authorizedWriters, SaveDraft saveDraft, Drafts drafts, CategoryAccess categories,
			ThreadAccess threads) {
		this.categories = categories;
		this.threads = threads;
		this.authorizedWriters = authorizedWriters;
		this.saveDraft = saveDraft;
		this.drafts = drafts;
	}

	@GetMapping
	@Operation(summary = "List your drafts, newest first")
	ResponseEntity<Paged<DraftView>> list(@Valid @ParameterObject DraftListRequest request, Caller caller) {
		var page = this.drafts.findPage(caller.id(), request);
		var threads = threadsOf(page.data(), caller);
		return EntityTagResponses.of(page.map((draft) -> present(draft, threads, caller)));
	}

	@PostMapping
	@Idempotent
	@Operation(summary = "Create a draft")
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<DraftView>> begin(@Valid @RequestBody DraftRequest request, Caller caller) {
		var view = present(this.saveDraft.begin(request, this.authorizedWriters.of(caller)), caller);
		return EntityTagResponses.created("/api/v1/drafts/" + view.id(), view.version(), view);
	}

	@GetMapping("/{id}")
	@Operation(summary = "Get one of your drafts")
	ResponseEntity<Data<DraftView>> get(@PathVariable String id, Caller caller) {
		return response(present(this.drafts.require(caller.id(), id), caller));
	}

	@PutMapping("/{id}")
	@Operation(summary = "Replace a draft")
	ResponseEntity<Data<DraftView>> write(@PathVariable String id, @Valid @RequestBody DraftRequest request,
			IfMatch condition, Caller caller) {
		return response(
				present(this.saveDraft.write(id, request, condition, this.authorizedWriters.of(caller)), caller));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete a draft")
	void discard(@PathVariable String id, IfMatch condition, Caller caller) {
		this.saveDraft.discard(id, condition, this.authorizedWriters.of(caller));
	}

	private DraftView present(Draft draft, Caller caller) {
		return present(draft, threadsOf(List.of(draft), caller), caller);
	}

	/** The draft with what its places are called now. */
	private DraftView present(Draft draft, Map<String, ForumThread> threads, Caller caller) {
		var title = Optional.ofNullable(draft.threadId()).map(threads::get).map(ForumThread::title);
		var slug = Optional.ofNullable(draft.category())
			.flatMap(this.categories::bySlug)
			.filter(Rights.of(caller)::mayRead)
			.map(Category::slug);
		return draft.view(title.orElse(null), slug.orElse(draft.category()));
	}

	/** The threads of some drafts that the caller may read, by id. */
	private Map<String, ForumThread> threadsOf(List<Draft> drafts, Caller caller) {
		var ids = drafts.stream().flatMap((draft) -> Stream.ofNullable(draft.threadId())).toList();
		return ids.isEmpty() ? Map.of() : this.threads.visible(ids, Rights.of(caller));
	}

	private static ResponseEntity<Data<DraftView>> response(DraftView view) {
		return EntityTagResponses.of(view.version(), view);
	}

	/**
	 * Selects a page of the caller's drafts.
	 *
	 * @param limit the maximum number of items, 20 by default
	 */
	record DraftListRequest(@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
			@Min(value = 1, message = "must be at least 1") @Max(value = 100,
					message = "must be at most 100") @Nullable Integer limit)
			implements
				PageQuery {
	}

}
