package org.parley.auth.user;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.mongodb.repository.Update;
import org.springframework.data.repository.CrudRepository;

/** All accounts. */
public interface Users extends CrudRepository<User, String> {

	Optional<User> findByUsernameKey(String key);

	Optional<User> findByEmailKey(String key);

	List<User> findByIdGreaterThanOrderById(String id, Limit limit);

	/** Those whose ban is over. */
	@Query(value = "{ 'ban.until': { $lte: ?0 } }", sort = "{ 'ban.until': 1 }")
	List<User> bannedUntil(Instant now, Limit limit);

	/**
	 * Those without a role beyond the first who never showed that their address is
	 * theirs.
	 */
	@Query(value = "{ emailVerified: false, createdAt: { $lt: ?0 }, role: 'USER', ban: null }",
			sort = "{ createdAt: 1 }")
	List<User> neverVerified(Instant before, Limit limit);

	/** Those who wanted to go, and whose time has come. */
	@Query(value = "{ erasureAt: { $lte: ?0 } }", sort = "{ erasureAt: 1 }")
	List<User> leavingBy(Instant now, Limit limit);

	/**
	 * Holds an account as this transaction has read it: of this and of a change that
	 * comes meanwhile, one is made anew. Its version stays: nothing is changed that
	 * others see. It counts, as an update that changes nothing is no conflict.
	 * @param session what it is held for
	 */
	@Query("{ _id: ?0 }")
	@Update("{ $set: { heldFor: ?1 }, $inc: { version: 0, holds: 1 } }")
	void hold(String id, String session);

	boolean existsByUsernameKey(String key);

	boolean existsByRole(Role role);

	/**
	 * The person of that id.
	 * @throws ProblemException 404 {@code user.not-found}
	 */
	default User require(String id) {
		return findById(id)
			.orElseThrow(() -> ProblemException.notFound("user.not-found", "There is nobody with this id."));
	}

	/** The person of that name, however they write it. */
	default Optional<User> named(String username) {
		return Username.isFormed(username) ? findByUsernameKey(Username.keyOf(username)) : Optional.empty();
	}

	/** The person who signs in with that username or address. */
	default Optional<User> signingInAs(String login) {
		return login.contains("@") ? findByEmailKey(User.emailKeyOf(login)) : named(login);
	}

}
