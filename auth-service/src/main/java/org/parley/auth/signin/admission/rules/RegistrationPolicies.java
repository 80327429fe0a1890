package org.parley.auth.signin.admission.rules;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/** Repository of the rules of registration. */
interface RegistrationPolicies extends Repository<RegistrationPolicy, String> {

	RegistrationPolicy save(RegistrationPolicy policy);

	Optional<RegistrationPolicy> findById(String id);

	default RegistrationPolicy current() {
		return findById(RegistrationPolicy.ID).orElseGet(RegistrationPolicy::initial);
	}

}
