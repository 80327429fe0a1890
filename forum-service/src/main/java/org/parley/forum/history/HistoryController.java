package org.parley.forum.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.history.Histories.RevisionView;
import org.parley.forum.post.PostAccess;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Posts")
class HistoryController {

	private final PostAccess access;

	private final CategoryAccess categories;

	private final Histories histories;

	HistoryController(PostAccess access, CategoryAccess categories, Histories histories) {
		this.access = access;
		this.categories = categories;
		this.histories = histories;
	}

	@GetMapping("/api/v1/posts/{id}/history")
	@Operation(summary = "List the earlier texts of a post, oldest first")
	ResponseEntity<Paged<RevisionView>> history(@PathVariable String id, @Valid @ParameterObject HistoryRequest request,
			Caller caller) {
		var rights = this.categories.rights(caller);
		var post = this.access.visible(id, rights, caller.id()).post();
		post.requireFullyVisibleTo(caller.id(), this.access.audience(post, rights));
		return EntityTagResponses.of(this.histories.page(post, request));
	}

	/**
	 * Selects a page of a post's history. Pages are small because each item holds a whole
	 * text.
	 *
	 * @param limit the maximum number of items, 10 by default
	 */
	record HistoryRequest(@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
			@Min(value = 1, message = "must be at least 1") @Max(value = 20,
					message = "must be at most 20") @Nullable Integer limit)
			implements
				PageQuery {

		@Override
		public int size() {
			return (this.limit != null) ? this.limit : 10;
		}

	}

}
