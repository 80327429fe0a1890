package org.parley.auth.user;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.parley.platform.domain.RefusalException;

import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.mongodb.repository.Update;
import org.springframework.data.repository.CrudRepository;

/** The repository of accounts. */
public interface Users extends CrudRepository<User, String> {

	Optional<User> findByUsernameKey(String key);

	List<User> findByUsernameKeyIn(Collection<String> keys);

	Optional<User> findByEmailKey(String key);

	List<User> findByIdGreaterThanOrderById(String id, Limit limit);

	/** Finds accounts that others know, by id. */
	@Query(value = "{ _id: { $gt: ?0 }, awaitsApproval: null }", sort = "{ _id: 1 }")
	List<User> findKnownAfter(String id, Limit limit);

	List<User> findByGroupsAndIdGreaterThanOrderById(String groupId, String id, Limit limit);

	List<User> findByGroupsOrderByUsernameKey(String groupId);

	long countByGroups(String groupId);

	long countByIdIn(Collection<String> ids);

	Optional<User> findByDirectoryUserNameKey(String key);

	List<User> findByInvitedByAndIdGreaterThanOrderById(String inviter, String id, Limit limit);

	/** Finds accounts whose ban has expired. */
	@Query(value = "{ 'ban.until': { $lte: ?0 } }", sort = "{ 'ban.until': 1 }")
	Stream<User> streamExpiredBans(Instant now);

	/**
	 * Finds ordinary accounts whose owners have opened them and not closed them, but
	 * never verified their mail address.
	 */
	@Query(value = """
			{ emailVerified: false, createdAt: { $lt: ?0 }, role: 'USER', ban: null, awaitsOwner: null,
			erasureAt: null }""", sort = "{ createdAt: 1 }")
	Stream<User> streamUnverified(Instant before);

	/**
	 * Finds ordinary accounts by a pattern of their mail address, which begins with
	 * letters.
	 */
	@Query(value = "{ role: 'USER', emailKey: { $regex: ?0 } }", sort = "{ emailKey: 1 }")
	List<User> findOrdinaryByEmailKey(String pattern, Limit limit);

	/** Finds closed accounts whose restoration period is over. */
	@Query(value = "{ erasureAt: { $lte: ?0 } }", sort = "{ erasureAt: 1 }")
	Stream<User> streamDueForErasure(Instant now);

	/**
	 * Writes to the account so that this transaction conflicts with every concurrent
	 * change of it; one of the two is retried. The version does not change. The counter
	 * makes the update effective, because MongoDB reports no conflict for a no-op.
	 * @param session the id of the session or grant that the transaction creates
	 */
	@Query("{ _id: ?0 }")
	@Update("{ $set: { heldFor: ?1 }, $inc: { version: 0, holds: 1 } }")
	void forceConflict(String id, String session);

	boolean existsByUsernameKey(String key);

	boolean existsByRole(Role role);

	/**
	 * Finds an account by its id.
	 * @throws RefusalException 404 {@code user.not-found}
	 */
	default User require(String id) {
		return findById(id).orElseThrow(() -> RefusalException.notFound("user.not-found", "No user has this id."));
	}

	/** Finds an account by its username, regardless of case and width. */
	default Optional<User> findByUsername(String username) {
		var key = Username.keyOf(username);
		return Username.isFormed(key) ? findByUsernameKey(key) : Optional.empty();
	}

	/**
	 * Finds an account by its username.
	 * @throws RefusalException 404 {@code user.not-found}
	 */
	default User requireByUsername(String username) {
		return findByUsername(username).orElseThrow(Users::notFound);
	}

	/** Finds an account that others know by its username. */
	default Optional<User> findKnown(String username) {
		return findByUsername(username).filter((user) -> !user.awaitsApproval());
	}

	/** Finds accounts by their usernames, regardless of case. */
	default List<User> findByUsernames(Collection<String> usernames) {
		return findByUsernameKeyIn(usernames.stream().filter(Username::isFormed).map(Username::keyOf).toList());
	}

	/** Finds an account by its username or mail address. */
	default Optional<User> findByLogin(String login) {
		var key = loginKeyOf(login);
		return key.contains("@") ? findByEmailKey(key) : findByUsername(key);
	}

	/**
	 * The form by which the names at sign-in are compared. Pages show usernames with a
	 * sign before them, which no address begins with; it is wide on some keyboards.
	 */
	static String loginKeyOf(String login) {
		var typed = login.replace('\uFF20', '@');
		var name = typed.startsWith("@") ? typed.substring(1) : typed;
		return name.contains("@") ? User.emailKeyOf(name) : Username.keyOf(name);
	}

	/** The refusal of a name that no account has. */
	static RefusalException notFound() {
		return RefusalException.notFound("user.not-found", "No user has this name.");
	}

}
