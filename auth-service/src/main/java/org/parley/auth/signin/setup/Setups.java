package org.parley.auth.signin.setup;

import java.util.Optional;

import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.mongodb.repository.Update;
import org.springframework.data.repository.Repository;

/** Repository of the set-up. */
interface Setups extends Repository<Setup, String> {

	Setup save(Setup setup);

	Optional<Setup> findById(String id);

	/**
	 * Lets concurrent transactions that complete the set-up conflict before either opens
	 * an account. Does not change the version.
	 */
	@Query("{ _id: ?0 }")
	@Update("{ $inc: { attempts: 1 } }")
	void hold(String id);

	/** The current set-up. */
	default Setup current() {
		return findById(Setup.ID).orElseGet(Setup::begin);
	}

	/** The current set-up, held for this transaction. */
	default Setup holdCurrent() {
		hold(Setup.ID);
		return current();
	}

}
