package org.parley.moderation.cases.review;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.moderation.cases.CaseQuery;
import org.parley.moderation.cases.Cases;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.cases.Moderator;
import org.parley.moderation.category.ModerationRights;
import org.parley.platform.domain.Caller;
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

	private final Cases cases;

	private final CaseAccess access;

	private final DecideCase decideCase;

	private final ModerationRights rights;

	CaseController(Cases cases, CaseAccess access, DecideCase decideCase, ModerationRights rights) {
		this.cases = cases;
		this.access = access;
		this.decideCase = decideCase;
		this.rights = rights;
	}

	@GetMapping
	@Operation(summary = "List cases, newest first")
	ResponseEntity<Paged<CaseView>> list(@Valid @ParameterObject CaseQuery query, Caller caller) {
		var page = this.cases.findPage(query, this.rights.scopeOf(caller));
		return EntityTagResponses.of(new Paged<>(page.data().stream().map(CaseView::listed).toList(), page.meta()));
	}

	@GetMapping("/{id}")
	@Operation(summary = "Get a case with the full content of its post")
	ResponseEntity<Data<CaseView>> get(@PathVariable String id, Caller caller) {
		return answer(this.access.get(id, this.rights.scopeOf(caller)));
	}

	@PostMapping("/{id}/claim")
	@Operation(summary = "Claim a case")
	ResponseEntity<Data<CaseView>> claim(@PathVariable String id, IfMatch condition, Caller caller) {
		return answer(this.decideCase.claim(id, condition, moderator(caller)));
	}

	@PostMapping("/{id}/release")
	@Operation(summary = "Release a claimed case")
	ResponseEntity<Data<CaseView>> release(@PathVariable String id, IfMatch condition, Caller caller) {
		return answer(this.decideCase.release(id, condition, moderator(caller)));
	}

	@PostMapping("/{id}/decide")
	@Operation(summary = "Decide a case")
	ResponseEntity<Data<CaseView>> decide(@PathVariable String id, @Valid @RequestBody DecisionRequest request,
			IfMatch condition, Caller caller) {
		return answer(this.decideCase.decide(id, request.toDecision(), condition, moderator(caller)));
	}

	@PostMapping("/{id}/reverse")
	@Operation(summary = "Reverse the decision of a case")
	ResponseEntity<Data<CaseView>> reverse(@PathVariable String id, @Valid @RequestBody ReversalRequest request,
			Caller caller) {
		return answer(this.decideCase.reverse(id, request.note(), moderator(caller)));
	}

	private Moderator moderator(Caller caller) {
		return Moderator.of(caller, this.rights.scopeOf(caller));
	}

	private ResponseEntity<Data<CaseView>> answer(ModerationCase moderationCase) {
		var warnings = this.cases.countWarnings(moderationCase.author().id());
		return EntityTagResponses.of(moderationCase.version(), CaseView.of(moderationCase, warnings));
	}

}
