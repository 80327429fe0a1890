package org.parley.auth.signin.verification;

import org.springframework.data.repository.CrudRepository;

/** Repository of the rule of verification. */
interface VerificationRules extends CrudRepository<VerificationRule, String> {

}
