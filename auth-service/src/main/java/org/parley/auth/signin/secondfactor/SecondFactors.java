package org.parley.auth.signin.secondfactor;

import org.springframework.data.repository.CrudRepository;

/** Repository of second factors, by user id. */
interface SecondFactors extends CrudRepository<SecondFactor, String> {

}
