package org.parley.moderation.replay;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.category.ModerationRights;
import org.parley.moderation.comparison.ComparedPost;
import org.parley.moderation.comparison.ComparedPosts;
import org.parley.moderation.replay.Replay.ReplayStatus;
import org.parley.moderation.subject.AuthorReference;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.idempotency.Idempotent;
import org.parley.platform.web.paging.PageParameters;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves replays to moderators. */
@RestController
@Tag(name = "Policies")
class ReplayController {

	private static final String PATH = "/api/v1/admin/replays";

	private final Replays replays;

	private final StartReplay startReplay;

	private final ComparedPosts comparedPosts;

	private final ModerationRights rights;

	ReplayController(Replays replays, StartReplay startReplay, ComparedPosts comparedPosts, ModerationRights rights) {
		this.replays = replays;
		this.startReplay = startReplay;
		this.comparedPosts = comparedPosts;
		this.rights = rights;
	}

	@PostMapping("/api/v1/admin/policies/{id}/replays")
	@Operation(summary = "Run a policy over stored posts, to see what it would change")
	@Idempotent
	@ApiResponse(responseCode = "202")
	ResponseEntity<Data<ReplayView>> start(@PathVariable String id, Caller caller) {
		var view = ReplayView.of(this.startReplay.start(id, AuthorReference.of(caller)));
		return ResponseEntity.accepted().location(URI.create(PATH + "/" + view.id())).body(new Data<>(view));
	}

	@GetMapping(PATH)
	@Operation(summary = "List replays, newest first")
	ResponseEntity<Paged<ReplayView>> list(@Valid @ParameterObject PageParameters query) {
		return EntityTagResponses.of(this.replays.findPage(query).map(ReplayView::of));
	}

	@GetMapping(PATH + "/{id}")
	@Operation(summary = "Get the numbers of a replay")
	ResponseEntity<Data<ReplayView>> get(@PathVariable String id) {
		return EntityTagResponses.of(new Data<>(ReplayView.of(this.replays.get(id))));
	}

	@PostMapping(PATH + "/{id}/cancel")
	@Operation(summary = "Cancel a replay")
	ResponseEntity<Data<ReplayView>> cancel(@PathVariable String id) {
		this.replays.cancel(id);
		return EntityTagResponses.of(new Data<>(ReplayView.of(this.replays.get(id))));
	}

	@GetMapping(PATH + "/{id}/samples")
	@Operation(summary = "List posts whose verdict would change")
	ResponseEntity<Paged<ComparedPost>> samples(@PathVariable String id, @Valid @ParameterObject PageParameters query,
			Caller caller) {
		var replay = this.replays.get(id);
		return EntityTagResponses.of(this.comparedPosts.findPage(query, replay.id(), this.rights.scopeOf(caller)));
	}

	/**
	 * A replay as moderators see it.
	 *
	 * @param policy its name when the replay started
	 * @param startedBy the moderator
	 * @param checked the number of compared posts
	 * @param unrated how many of them the model would have had to score, too
	 * @param changes the numbers of different verdicts, such as {@code clean-held}
	 */
	record ReplayView(String id, String policyId, String policy, ReplayStatus status, AuthorReference startedBy,
			Instant startedAt, @Nullable Instant endedAt, long checked, long unrated, Map<String, Long> changes) {

		static ReplayView of(Replay replay) {
			return new ReplayView(replay.id(), replay.policy().id(), replay.policy().name(), replay.status(),
					replay.startedBy(), replay.startedAt(), replay.endedAt(), replay.checked(), replay.unrated(),
					replay.changes());
		}

	}

}
