package org.parley.auth.signin.secondfactor;

import org.springframework.data.repository.CrudRepository;

/** All second factors, by their owners. */
interface SecondFactors extends CrudRepository<SecondFactor, String> {

}
