package org.parley.moderation.policy.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.moderation.policy.audit.PolicyChanges.PolicyChangeQuery;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the audit of policies to moderators. */
@RestController
@Tag(name = "Policies")
class PolicyChangeController {

	private final PolicyChanges changes;

	PolicyChangeController(PolicyChanges changes) {
		this.changes = changes;
	}

	@GetMapping("/api/v1/admin/policy-changes")
	@Operation(summary = "List the changes of policies, newest first")
	ResponseEntity<Paged<PolicyChange>> list(@Valid @ParameterObject PolicyChangeQuery query) {
		return EntityTagResponses.of(this.changes.findPage(query));
	}

}
