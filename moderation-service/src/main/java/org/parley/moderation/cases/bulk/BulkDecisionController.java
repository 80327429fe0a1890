package org.parley.moderation.cases.bulk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.moderation.cases.Moderator;
import org.parley.moderation.category.ModerationRights;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets moderators decide several cases by one request. */
@RestController
@Tag(name = "Moderation")
class BulkDecisionController {

	private final DecideCases decideCases;

	private final ModerationRights rights;

	BulkDecisionController(DecideCases decideCases, ModerationRights rights) {
		this.decideCases = decideCases;
		this.rights = rights;
	}

	@PostMapping("/api/v1/admin/cases/decide")
	@Operation(summary = "Decide up to 50 cases in the same way")
	Data<BulkDecisionView> decide(@Valid @RequestBody BulkDecisionRequest request, Caller caller) {
		var moderator = Moderator.of(caller, this.rights.scopeOf(caller));
		return new Data<>(BulkDecisionView.of(this.decideCases.decide(request.ids(), request.toDecision(), moderator)));
	}

}
