package org.parley.moderation.policy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the policy in force to administrators. */
@RestController
@Tag(name = "Administration")
class PolicyController {

	private final Policies policies;

	PolicyController(Policies policies) {
		this.policies = policies;
	}

	@GetMapping("/api/v1/admin/${spring.application.name}/policy")
	@Operation(summary = "Get the policy in force")
	ResponseEntity<Data<Policy>> present(Caller caller) {
		var policy = this.policies.current();
		return EntityTagResponses.of(policy.version(), policy);
	}

}
