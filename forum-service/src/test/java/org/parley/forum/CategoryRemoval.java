package org.parley.forum;

import java.util.List;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Removes the categories of a class, and the reports in them, after its tests. Requests
 * read all categories, so those of other tests would make each later request slower.
 */
final class CategoryRemoval implements AfterAllCallback {

	@Override
	public void afterAll(ExtensionContext context) {
		var mongo = SpringExtension.getApplicationContext(context).getBean(MongoTemplate.class);
		for (var collection : List.of("reports", "categories")) {
			mongo.remove(new Query(), collection);
		}
	}

}
