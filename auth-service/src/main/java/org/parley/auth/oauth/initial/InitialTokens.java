package org.parley.auth.oauth.initial;

import java.util.Optional;

import org.springframework.data.repository.CrudRepository;

/** Repository of initial access tokens. */
interface InitialTokens extends CrudRepository<InitialToken, String> {

	Optional<InitialToken> findByHash(String hash);

	void deleteByGivenBy(String issuer);

}
