package org.parley.auth.oauth.initial;

import java.util.Optional;

import org.springframework.data.repository.CrudRepository;

/** All initial access tokens that were not taken back, until they expire. */
interface InitialTokens extends CrudRepository<InitialToken, String> {

	Optional<InitialToken> findByHash(String hash);

	void deleteByGivenBy(String giver);

}
