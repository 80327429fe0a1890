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
 * Creates the text indexes of threads and posts and the index of posts by author. MongoDB
 * updates them in the transaction of the write, so the search sees every change at once.
 */
@Component
class SearchIndexes implements InitializingBean {

	static final String BY_AUTHOR = "search-author";

	private static final float TITLE_WEIGHT = 10;

	private static final float TAG_WEIGHT = 5;

	/** A field that no document has, so that texts cannot choose their language. */
	private static final String OVERRIDE = "searchLanguage";

	private final MongoOperations mongo;

	SearchIndexes(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(ForumThread.class)
			.createIndex(textIndex("search").onField("title", TITLE_WEIGHT).onField("tags", TAG_WEIGHT).build());
		this.mongo.indexOps(Post.class).createIndex(textIndex("search").onField("content").build());
		this.mongo.indexOps(Post.class)
			.createIndex(new Index("authorId", Direction.ASC).on("_id", Direction.DESC).named(BY_AUTHOR));
	}

	private static TextIndexDefinitionBuilder textIndex(String name) {
		return TextIndexDefinition.builder().named(name).withDefaultLanguage("english").withLanguageOverride(OVERRIDE);
	}

}
