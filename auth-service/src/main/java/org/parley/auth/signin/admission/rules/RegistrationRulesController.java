package org.parley.auth.signin.admission.rules;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

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

	private final CurrentRules currentRules;

	private final ChangeRegistrationRules changeRules;

	RegistrationRulesController(CurrentRules currentRules, ChangeRegistrationRules changeRules) {
		this.currentRules = currentRules;
		this.changeRules = changeRules;
	}

	@GetMapping
	@Operation(summary = "Get the rules of registration")
	ResponseEntity<Data<RegistrationRules>> show() {
		return EntityTagResponses.of(new Data<>(this.currentRules.rules()));
	}

	@PutMapping
	@Operation(summary = "Change the rules of registration; omitted properties return to their defaults")
	ResponseEntity<Data<RegistrationRules>> change(@Valid @RequestBody RegistrationRules rules, Caller caller,
			ClientDevice clientDevice) {
		return EntityTagResponses.of(new Data<>(this.changeRules.change(rules, caller, clientDevice)));
	}

}
