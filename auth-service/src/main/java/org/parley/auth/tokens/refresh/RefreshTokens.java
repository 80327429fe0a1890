package org.parley.auth.tokens.refresh;

import org.springframework.data.repository.CrudRepository;

/** The repository of refresh tokens, by their hash. */
interface RefreshTokens extends CrudRepository<RefreshToken, String> {

}
