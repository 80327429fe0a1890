package org.parley.forum.search.index;

import java.util.List;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Removes what earlier tests wrote, which each rebuild of an index would read.
 */
final class DiscussionRemoval implements BeforeAllCallback {

	@Override
	public void beforeAll(ExtensionContext context) {
		var mongo = SpringExtension.getApplicationContext(context).getBean(MongoTemplate.class);
		for (var collection : List.of("posts", "threads")) {
			mongo.remove(new Query(), collection);
		}
	}

}
