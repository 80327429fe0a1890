package org.parley.moderation.shadow;

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

/** Serves shadow runs to moderators. */
@RestController
@Tag(name = "Policies")
class ShadowController {

	private static final String PATH = "/api/v1/admin/shadow-runs";

	private final ShadowRuns shadowRuns;

	private final RunInShadow runInShadow;

	private final ComparedPosts comparedPosts;

	private final ModerationRights rights;

	ShadowController(ShadowRuns shadowRuns, RunInShadow runInShadow, ComparedPosts comparedPosts,
			ModerationRights rights) {
		this.shadowRuns = shadowRuns;
		this.runInShadow = runInShadow;
		this.comparedPosts = comparedPosts;
		this.rights = rights;
	}

	@PostMapping("/api/v1/admin/policies/{id}/shadow-runs")
	@Operation(summary = "Run a policy beside the one in force")
	@Idempotent
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<ShadowRunView>> start(@PathVariable String id, Caller caller) {
		var view = ShadowRunView.of(this.runInShadow.start(id, AuthorReference.of(caller)));
		return ResponseEntity.created(URI.create(PATH + "/" + view.id())).body(new Data<>(view));
	}

	@GetMapping(PATH)
	@Operation(summary = "List shadow runs, newest first")
	ResponseEntity<Paged<ShadowRunView>> list(@Valid @ParameterObject PageParameters query) {
		return EntityTagResponses.of(this.shadowRuns.findPage(query).map(ShadowRunView::of));
	}

	@GetMapping(PATH + "/{id}")
	@Operation(summary = "Get the numbers of a shadow run")
	ResponseEntity<Data<ShadowRunView>> get(@PathVariable String id) {
		return EntityTagResponses.of(new Data<>(ShadowRunView.of(this.shadowRuns.get(id))));
	}

	@PostMapping(PATH + "/{id}/stop")
	@Operation(summary = "End a shadow run")
	ResponseEntity<Data<ShadowRunView>> stop(@PathVariable String id, Caller caller) {
		var run = this.runInShadow.stop(id, AuthorReference.of(caller));
		return EntityTagResponses.of(new Data<>(ShadowRunView.of(run)));
	}

	@GetMapping(PATH + "/{id}/samples")
	@Operation(summary = "List posts about which the policies disagree")
	ResponseEntity<Paged<ComparedPost>> samples(@PathVariable String id, @Valid @ParameterObject PageParameters query,
			Caller caller) {
		var run = this.shadowRuns.get(id);
		return EntityTagResponses.of(this.comparedPosts.findPage(query, run.id(), this.rights.scopeOf(caller)));
	}

	/**
	 * A shadow run as moderators see it.
	 *
	 * @param policy its name when the run started
	 * @param startedBy the moderator
	 * @param running whether it still runs
	 * @param checked the number of compared posts
	 * @param unrated how many of them the model would have had to score, too
	 * @param changes the numbers of different verdicts, such as {@code clean-held}
	 */
	record ShadowRunView(String id, String policyId, String policy, AuthorReference startedBy, Instant startedAt,
			boolean running, @Nullable Instant endedAt, long checked, long unrated, Map<String, Long> changes) {

		static ShadowRunView of(ShadowRun run) {
			return new ShadowRunView(run.id(), run.policy().id(), run.policy().name(), run.startedBy(), run.startedAt(),
					run.running(), run.endedAt(), run.checked(), run.unrated(), run.changes());
		}

	}

}
