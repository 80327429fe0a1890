package org.parley.forum.category;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/** The stored categories. */
public interface Categories extends Repository<Category, String> {

	Category save(Category category);

	void delete(Category category);

	Optional<Category> findById(String id);

	Optional<Category> findBySlug(String slug);

	List<Category> findAll();

	List<Category> findByModeratorsContaining(String memberId);

}
