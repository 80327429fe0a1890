package org.parley.social.post.verdict;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The stored rulings. */
@Component
class SocialRulings {

	private final MongoOperations mongo;

	SocialRulings(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Finds the ruling about a post or comment; an empty one if there is none. */
	SocialRuling find(String contentId) {
		var found = this.mongo.findById(contentId, SocialRuling.class);
		return (found != null) ? found : SocialRuling.none(contentId);
	}

	void save(SocialRuling ruling) {
		this.mongo.save(ruling);
	}

}
