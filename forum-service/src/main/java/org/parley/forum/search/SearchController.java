package org.parley.forum.search;

import java.time.InstantSource;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.threadlist.ListAudience;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.text.StorableText;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/threads/search")
@Tag(name = "Search")
class SearchController {

	private final Search search;

	private final CategoryAccess categories;

	private final InstantSource clock;

	SearchController(Search search, CategoryAccess categories, InstantSource clock) {
		this.search = search;
		this.categories = categories;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "Search threads and their posts")
	ResponseEntity<Paged<SearchHit>> search(@Valid @ParameterObject SearchRequest request, @Nullable Caller caller) {
		var query = located(SearchQuery.parse(request.q()), caller);
		var limit = request.size();
		var cursor = cursor(request, query, limit + 1);
		var found = this.search.find(query, cursor, ListAudience.of(caller, this.categories));
		var hits = found.subList(0, Math.min(limit, found.size()));
		var next = (found.size() > limit) ? cursor.after(hits.getLast()) : null;
		return EntityTagResponses.of(Paged.of(hits, next, null, limit));
	}

	/** Categories may be named as pages show them, or by their former slugs. */
	private SearchQuery located(SearchQuery query, @Nullable Caller caller) {
		return Optional.ofNullable(query.category())
			.flatMap((name) -> this.categories.named(name, Rights.of(caller)))
			.map((category) -> query.inCategory(category.slug()))
			.orElse(query);
	}

	private SearchCursor cursor(SearchRequest request, SearchQuery query, int max) {
		var ranking = query.isForWords() ? request.ranking() : SearchRanking.NEWEST;
		var now = this.clock.instant();
		return (request.cursor() != null) ? SearchCursor.of(ranking, query, request.cursor(), now, max)
				: SearchCursor.first(ranking, now, this.search.weigh(query), max);
	}

	/**
	 * Selects a page of search hits.
	 *
	 * @param limit the maximum number of hits, 20 by default
	 */
	record SearchRequest(
			@Parameter(description = "Words, `\"phrases\"`, `-without`, and operators: `author:`, `category:`, "
					+ "`tag:`, `before:`, `after:`, `is:unanswered`, `is:solved`") @NotNull @StorableText(min = 1,
							max = 200, directions = true) String q,
			@Parameter(description = "`relevance` by default; always `newest` for a query of operators alone") @Pattern(
					regexp = "relevance|newest", message = "must be relevance or newest") @Nullable String sort,
			@Size(max = 512, message = "must be a cursor of this search") @Nullable String cursor,
			@Min(value = 1, message = "must be at least 1") @Max(value = 100,
					message = "must be at most 100") @Nullable Integer limit) {

		SearchRanking ranking() {
			return (this.sort != null) ? SearchRanking.of(this.sort) : SearchRanking.RELEVANCE;
		}

		int size() {
			return (this.limit != null) ? this.limit : 20;
		}

	}

}
