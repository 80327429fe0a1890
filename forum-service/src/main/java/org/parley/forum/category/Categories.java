package org.parley.forum.category;

import java.util.List;
import java.util.Optional;

import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.mongodb.repository.Update;
import org.springframework.data.repository.Repository;

/** The stored categories. */
public interface Categories extends Repository<Category, String> {

	Category save(Category category);

	void delete(Category category);

	Optional<Category> findById(String id);

	Optional<Category> findBySlug(String slug);

	List<Category> findAll();

	List<Category> findByModeratorsContaining(String memberId);

	/**
	 * Makes the caller's transaction conflict with concurrent ones that remove or change
	 * the category; one of them is retried. The version does not change. The counter
	 * makes the update effective, because MongoDB reports no conflict for a no-op.
	 * @return how many categories have the id
	 */
	@Query("{ _id: ?0 }")
	@Update("{ $inc: { version: 0, holds: 1 } }")
	long forceConflict(String id);

}
