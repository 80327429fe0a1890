package org.parley.forum.search;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.threadlist.ListAudience;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.StorableText;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Suggests tags of threads. */
@RestController
@Tag(name = "Search")
class TagController {

	private final Search search;

	private final CategoryAccess categories;

	TagController(Search search, CategoryAccess categories) {
		this.search = search;
		this.categories = categories;
	}

	@GetMapping("/api/v1/tags")
	@Operation(summary = "List the most used tags, or suggest those that begin with a text")
	ResponseEntity<Paged<Search.UsedTag>> list(@Valid @ParameterObject TagRequest request, @Nullable Caller caller) {
		var found = this.search.tags((request.q() != null) ? request.q() : "", ListAudience.of(caller, this.categories),
				request.size());
		return EntityTagResponses.of(Paged.of(found, null, null, request.size()));
	}

	/**
	 * Selects tags.
	 *
	 * @param q the beginning of a tag in any spelling; all tags without it
	 * @param limit the maximum number of tags, 8 by default
	 */
	record TagRequest(@StorableText(min = 1, max = 50, directions = true) @Nullable String q, @Min(value = 1,
			message = "must be at least 1") @Max(value = 50, message = "must be at most 50") @Nullable Integer limit) {

		int size() {
			return (this.limit != null) ? this.limit : 8;
		}

	}

}
