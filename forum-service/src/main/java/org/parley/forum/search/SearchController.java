package org.parley.forum.search;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.listing.Readership;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Answers;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/threads/search")
class SearchController {

	private final Search search;

	private final CategoryAccess categories;

	SearchController(Search search, CategoryAccess categories) {
		this.search = search;
		this.categories = categories;
	}

	@GetMapping
	ResponseEntity<Paged<Hit>> search(@Valid @ParameterObject SearchRequest request, @Nullable Caller caller) {
		var ranking = request.ranking();
		var from = (request.cursor() != null) ? ranking.parse(request.cursor()) : null;
		var limit = request.size();
		var found = this.search.find(SearchQuery.parse(request.q()), ranking, from, limit + 1,
				Readership.of(caller, this.categories));
		var hits = found.subList(0, Math.min(limit, found.size()));
		var next = (found.size() > limit) ? Cursor.next(ranking.json(), ranking.keys(hits.getLast())) : null;
		return Answers.of(Paged.of(hits, next, null, limit));
	}

}
