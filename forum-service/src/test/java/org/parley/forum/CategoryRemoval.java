package org.parley.forum;

import java.util.Collection;
import java.util.List;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Removes the categories of a class after its tests. Requests read all categories, so
 * those of other tests would make each later request slower.
 */
public final class CategoryRemoval implements AfterAllCallback {

	private static final String CATEGORIES = "categories";

	@Override
	public void afterAll(ExtensionContext context) {
		SpringExtension.getApplicationContext(context).getBean(MongoTemplate.class).remove(new Query(), CATEGORIES);
	}

	/** Removes categories that contain threads, which the API refuses. */
	public static void remove(MongoTemplate mongo, Collection<String> slugs) {
		mongo.remove(new Query(Criteria.where("slug").in(List.copyOf(slugs))), CATEGORIES);
	}

}
