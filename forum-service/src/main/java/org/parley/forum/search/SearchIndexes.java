package org.parley.forum.search;

import org.parley.forum.post.Post;
import org.parley.forum.thread.ForumThread;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.TextIndexDefinition;
import org.springframework.data.mongodb.core.index.TextIndexDefinition.TextIndexDefinitionBuilder;
import org.springframework.stereotype.Component;

/**
 * The words of titles, tags and posts, and whose posts they are. MongoDB keeps these
 * indexes in the transaction of the write itself, so what is written is found at once and
 * what is taken away is not.
 */
@Component
class SearchIndexes implements InitializingBean {

	static final String BY_AUTHOR = "search-author";

	private static final float TITLE = 10;

	private static final float TAG = 5;

	/** A field that no document has: texts cannot choose their language. */
	private static final String OVERRIDE = "searchLanguage";

	private final MongoOperations mongo;

	SearchIndexes(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(ForumThread.class)
			.createIndex(words("search").onField("title", TITLE).onField("tags", TAG).build());
		this.mongo.indexOps(Post.class).createIndex(words("search").onField("content").build());
		this.mongo.indexOps(Post.class)
			.createIndex(new Index("authorId", Direction.ASC).on("_id", Direction.DESC).named(BY_AUTHOR));
	}

	private static TextIndexDefinitionBuilder words(String name) {
		return TextIndexDefinition.builder().named(name).withDefaultLanguage("english").withLanguageOverride(OVERRIDE);
	}

}
