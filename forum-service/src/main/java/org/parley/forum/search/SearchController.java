package org.parley.forum.search;

import java.time.InstantSource;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.threadlist.ListAudience;
import org.parley.platform.domain.Caller;
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
	ResponseEntity<Paged<SearchHit>> search(@Valid @ParameterObject SearchRequest request, @Nullable Caller caller) {
		var query = SearchQuery.parse(request.q());
		var limit = request.size();
		var cursor = cursor(request, query, limit + 1);
		var found = this.search.find(query, cursor, ListAudience.of(caller, this.categories));
		var hits = found.subList(0, Math.min(limit, found.size()));
		var next = (found.size() > limit) ? cursor.after(hits.getLast()) : null;
		return EntityTagResponses.of(Paged.of(hits, next, null, limit));
	}

	private SearchCursor cursor(SearchRequest request, SearchQuery query, int max) {
		var ranking = query.isForWords() ? request.ranking() : SearchRanking.NEWEST;
		var now = this.clock.instant();
		return (request.cursor() != null) ? SearchCursor.of(ranking, query, request.cursor(), now, max)
				: SearchCursor.first(ranking, now, this.search.weigh(query), max);
	}

}
