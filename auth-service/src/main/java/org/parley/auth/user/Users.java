package org.parley.auth.user;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.CrudRepository;

/** All accounts. */
public interface Users extends CrudRepository<User, String> {

	Optional<User> findByUsernameKey(String key);

	Optional<User> findByEmailKey(String key);

	List<User> findByIdGreaterThanOrderById(String id, Limit limit);

	boolean existsByUsernameKey(String key);

	/** The person of that name, however they write it. */
	default Optional<User> named(String username) {
		return Username.isFormed(username) ? findByUsernameKey(Username.keyOf(username)) : Optional.empty();
	}

	/** The person who signs in with that username or address. */
	default Optional<User> signingInAs(String login) {
		return login.contains("@") ? findByEmailKey(User.emailKeyOf(login)) : named(login);
	}

}
