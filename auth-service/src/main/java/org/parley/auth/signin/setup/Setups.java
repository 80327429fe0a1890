package org.parley.auth.signin.setup;

import java.util.Optional;

import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.mongodb.repository.Update;
import org.springframework.data.repository.Repository;

/** The one set-up, when it has begun. */
interface Setups extends Repository<Setup, String> {

	Setup save(Setup setup);

	Optional<Setup> findById(String id);

	/**
	 * Makes two who complete the set-up at once meet, before either opens an account. The
	 * version stays.
	 */
	@Query("{ _id: ?0 }")
	@Update("{ $inc: { attempts: 1 } }")
	void hold(String id);

	/** The set-up as it is now. */
	default Setup current() {
		return findById(Setup.ID).orElseGet(Setup::begin);
	}

	/** The same, held for this transaction. */
	default Setup held() {
		hold(Setup.ID);
		return current();
	}

}
