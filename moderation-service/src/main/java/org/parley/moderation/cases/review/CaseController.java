package org.parley.moderation.cases.review;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.moderation.Decision;
import org.parley.moderation.cases.Cases.CaseQuery;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.cases.Moderator;
import org.parley.moderation.cases.ProposedDecision;
import org.parley.moderation.category.ModerationRights;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.markdown.VisibleMarkdown;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves cases to the moderators of their categories. */
@RestController
@RequestMapping("/api/v1/admin/cases")
@Tag(name = "Moderation")
class CaseController {

	private final CaseViews views;

	private final CaseAccess access;

	private final ClaimCase claimCase;

	private final DecideCase decideCase;

	private final ReverseDecision reverseDecision;

	private final ModerationRights rights;

	CaseController(CaseViews views, CaseAccess access, ClaimCase claimCase, DecideCase decideCase,
			ReverseDecision reverseDecision, ModerationRights rights) {
		this.views = views;
		this.access = access;
		this.claimCase = claimCase;
		this.decideCase = decideCase;
		this.reverseDecision = reverseDecision;
		this.rights = rights;
	}

	@GetMapping
	@Operation(summary = "List cases, newest first")
	ResponseEntity<Paged<CaseView>> list(@Valid @ParameterObject CaseQuery query, Caller caller) {
		return EntityTagResponses.of(this.views.page(query, this.rights.scopeOf(caller)));
	}

	@GetMapping("/{id}")
	@Operation(summary = "Get a case with the full content of its post")
	ResponseEntity<Data<CaseView>> get(@PathVariable String id, Caller caller) {
		return answer(this.access.get(id, this.rights.scopeOf(caller)), caller);
	}

	@PostMapping("/{id}/claim")
	@Operation(summary = "Claim a case")
	ResponseEntity<Data<CaseView>> claim(@PathVariable String id, IfMatch condition, Caller caller) {
		return answer(this.claimCase.claim(id, condition, moderator(caller)), caller);
	}

	@PostMapping("/{id}/release")
	@Operation(summary = "Release a claimed case")
	ResponseEntity<Data<CaseView>> release(@PathVariable String id, IfMatch condition, Caller caller) {
		return answer(this.claimCase.release(id, condition, moderator(caller)), caller);
	}

	@PostMapping("/{id}/decide")
	@Operation(summary = "Decide a case")
	ResponseEntity<Data<CaseView>> decide(@PathVariable String id, @Valid @RequestBody DecisionRequest request,
			IfMatch condition, Caller caller) {
		return answer(this.decideCase.decide(id, request.toDecision(), condition, moderator(caller)), caller);
	}

	@PostMapping("/{id}/reverse")
	@Operation(summary = "Reverse the decision of a case")
	ResponseEntity<Data<CaseView>> reverse(@PathVariable String id, @Valid @RequestBody ReversalRequest request,
			Caller caller) {
		return answer(this.reverseDecision.reverse(id, request.note(), moderator(caller)), caller);
	}

	private Moderator moderator(Caller caller) {
		return Moderator.of(caller, this.rights.scopeOf(caller));
	}

	private ResponseEntity<Data<CaseView>> answer(ModerationCase moderationCase, Caller caller) {
		return EntityTagResponses.of(moderationCase.version(), this.views.of(moderationCase, caller.id()));
	}

	/**
	 * The body of a decision.
	 *
	 * @param decision the decision; only administrators can ban
	 * @param note a note for the author
	 * @param until when a ban ends; absent for a permanent ban
	 * @param text the new text; for an edit only
	 */
	record DecisionRequest(
			@Schema(example = "remove") @NotNull @Pattern(regexp = "dismiss|warn|edit|hide|remove|ban",
					message = "must be dismiss, warn, edit, hide, remove or ban") String decision,
			@Schema(example = "Advertising.") @StorableText(min = 1, max = 500, lines = true) @Nullable String note,
			@Schema(example = "2027-01-31T12:00:00Z") @Nullable Instant until,
			@Schema(example = "The tomatoes need six hours of sun.") @VisibleMarkdown(media = true) @StorableText(
					min = 1, max = 50_000, lines = true) @Nullable String text) {

		ProposedDecision toDecision() {
			return new ProposedDecision(Decision.of(this.decision), this.note, this.until, this.text);
		}

	}

	/**
	 * The body of a reversal.
	 *
	 * @param note a note for the author
	 */
	record ReversalRequest(@Schema(example = "The post quotes the advertisement to warn of it.") @StorableText(min = 1,
			max = 500, lines = true) @Nullable String note) {
	}

}
