package org.parley.forum.category.messaging;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.forum.category.CategoryChanged;
import org.parley.forum.category.Categories;
import org.parley.forum.category.Category;
import org.parley.platform.messaging.snapshot.Snapshot;

import org.springframework.stereotype.Component;

/** Publishes snapshots of all categories. */
@Component
class CategorySnapshots implements Snapshot {

	private final Categories categories;

	CategorySnapshots(Categories categories) {
		this.categories = categories;
	}

	@Override
	public String type() {
		return "category.snapshot";
	}

	/** Reads all categories for each page, because they are few. */
	@Override
	public List<CategoryChanged> after(@Nullable String id, int limit) {
		return this.categories.findAll()
			.stream()
			.filter((category) -> id == null || category.id().compareTo(id) > 0)
			.sorted(Comparator.comparing(Category::id))
			.limit(limit)
			.map(Category::snapshot)
			.toList();
	}

}
