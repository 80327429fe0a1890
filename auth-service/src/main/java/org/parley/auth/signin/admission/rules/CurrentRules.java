package org.parley.auth.signin.admission.rules;

import org.springframework.stereotype.Component;

/** Reads the rules of registration in force. */
@Component
public class CurrentRules {

	private final RegistrationPolicies policies;

	CurrentRules(RegistrationPolicies policies) {
		this.policies = policies;
	}

	public RegistrationRules rules() {
		return this.policies.current().rules();
	}

}
