package org.parley.forum.post;

import java.util.Optional;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The stored posts. */
@Component
public class Posts {

	private final MongoOperations mongo;

	Posts(MongoOperations mongo) {
		this.mongo = mongo;
	}

	public void insert(Post post) {
		this.mongo.insert(post);
	}

	public Optional<Post> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, Post.class));
	}

}
