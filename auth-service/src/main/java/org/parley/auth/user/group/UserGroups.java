package org.parley.auth.user.group;

import java.time.Instant;
import java.util.List;

import org.parley.platform.domain.RefusalException;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.mongodb.repository.Update;
import org.springframework.data.repository.ListCrudRepository;

/** The repository of groups. */
public interface UserGroups extends ListCrudRepository<UserGroup, String> {

	List<UserGroup> findAll(Sort sort);

	/**
	 * Raises the version when a member joins or leaves. Concurrent transactions that do
	 * so run one after the other.
	 */
	@Query("{ _id: ?0 }")
	@Update("{ $inc: { version: 1 }, $set: { changedAt: ?1 } }")
	void touch(String id, Instant now);

	/** Finds all groups by name. */
	default List<UserGroup> findInOrder() {
		return findAll(Sort.by("nameKey"));
	}

	/**
	 * Finds a group by its id.
	 * @throws RefusalException 404 {@code group.not-found}
	 */
	default UserGroup require(String id) {
		return findById(id).orElseThrow(() -> RefusalException.notFound("group.not-found", "No group has this id."));
	}

}
