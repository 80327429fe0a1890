package org.parley.auth.tokens.refresh;

import org.springframework.data.repository.CrudRepository;

/** All refresh tokens that have not expired, by their hash. */
interface RefreshTokens extends CrudRepository<RefreshToken, String> {

}
