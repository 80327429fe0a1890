package org.parley.social.explore;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Paged;
import org.parley.social.explore.ExplorePosts.ExploreQuery;
import org.parley.social.explore.Leaderboard.LeaderView;
import org.parley.social.post.view.SocialPostView;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/social")
@Tag(name = "Feeds")
class ExploreController {

	private final ExplorePosts explorePosts;

	private final Leaderboard leaderboard;

	ExploreController(ExplorePosts explorePosts, Leaderboard leaderboard) {
		this.explorePosts = explorePosts;
		this.leaderboard = leaderboard;
	}

	@GetMapping("/explore")
	@Operation(summary = "List public posts of everybody, newest or best first, or those with a hashtag")
	ResponseEntity<Paged<SocialPostView>> explore(@Valid @ParameterObject ExploreQuery query, @Nullable Caller caller) {
		return EntityTagResponses
			.of(query.isTop() ? this.explorePosts.top(query, caller) : this.explorePosts.newest(query, caller));
	}

	@GetMapping("/leaderboard")
	@Operation(summary = "List the people whose public posts have the most reactions and comments")
	ResponseEntity<Paged<LeaderView>> leaderboard(@Valid @ParameterObject LeaderboardQuery query,
			@Nullable Caller caller) {
		var leaders = this.leaderboard.top(query.span(), query.size(), caller);
		return EntityTagResponses.of(Paged.of(leaders, null, null, query.size()));
	}

	/**
	 * A query for the leaderboard.
	 *
	 * @param limit the number of people
	 */
	record LeaderboardQuery(@Parameter(description = "How far back the leaderboard looks; `week` by default") @Pattern(
			regexp = TopPeriod.NAMES, message = "must be day, week, month, year or all") @Nullable String window,
			@Min(1) @Max(100) @Nullable Integer limit) {

		TopPeriod span() {
			return TopPeriod.of(this.window);
		}

		int size() {
			return (this.limit != null) ? this.limit : 20;
		}

	}

}
