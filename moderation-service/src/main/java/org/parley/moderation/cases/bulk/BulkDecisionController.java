package org.parley.moderation.cases.bulk;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.moderation.Decision;
import org.parley.moderation.cases.Moderator;
import org.parley.moderation.cases.ProposedDecision;
import org.parley.moderation.category.ModerationRights;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.StorableText;
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

	/**
	 * The body of one decision about several cases.
	 *
	 * @param ids the ids of the cases
	 * @param decision the decision; bans and edits are decided one by one
	 * @param note a note for each author
	 */
	record BulkDecisionRequest(
			@NotNull @Size(min = 1, max = 50,
					message = "must have 1 to 50 entries") List<@NotNull @Pattern(
							regexp = "[0-7][0-9A-HJKMNP-TV-Z]{25}", message = "must be an id") String> ids,
			@Schema(example = "dismiss") @NotNull @Pattern(regexp = "dismiss|warn|hide|remove",
					message = "must be dismiss, warn, hide or remove") String decision,
			@Schema(example = "Advertising.") @StorableText(min = 1, max = 500, lines = true) @Nullable String note) {

		ProposedDecision toDecision() {
			return ProposedDecision.of(Decision.of(this.decision), this.note);
		}

	}

}
