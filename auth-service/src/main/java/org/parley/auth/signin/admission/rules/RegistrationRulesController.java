package org.parley.auth.signin.admission.rules;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators decide who may register. */
@RestController
@RequestMapping("/api/v1/admin/registration")
@Tag(name = "Administration")
class RegistrationRulesController {

	private final RegistrationPolicies policies;

	private final ChangeRegistrationRules changeRules;

	RegistrationRulesController(RegistrationPolicies policies, ChangeRegistrationRules changeRules) {
		this.policies = policies;
		this.changeRules = changeRules;
	}

	@GetMapping
	@Operation(summary = "Get the rules of registration")
	ResponseEntity<Data<RegistrationRules>> show() {
		return answer(this.policies.current());
	}

	@PutMapping
	@Operation(summary = "Change the rules of registration; omitted properties return to their defaults")
	ResponseEntity<Data<RegistrationRules>> change(@Valid @RequestBody RegistrationRules rules, IfMatch condition,
			Caller caller, ClientDevice clientDevice) {
		return answer(this.changeRules.change(rules, condition, caller, clientDevice));
	}

	private static ResponseEntity<Data<RegistrationRules>> answer(RegistrationPolicy policy) {
		return EntityTagResponses.of(policy.version(), policy.rules());
	}

}
