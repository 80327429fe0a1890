package org.parley.social.post.verdict;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored rulings. */
@Component
public class SocialRulings {

	private final MongoOperations mongo;

	SocialRulings(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Finds the ruling about a post or comment; an empty one if there is none. */
	SocialRuling find(String contentId) {
		var found = this.mongo.findById(contentId, SocialRuling.class);
		return (found != null) ? found : SocialRuling.none(contentId);
	}

	/**
	 * The latest versions of some posts and comments about whose texts moderators have
	 * decided, by id.
	 */
	public Map<String, Long> decidedVersions(Collection<String> contentIds) {
		return contentIds.isEmpty() ? Map.of()
				: this.mongo.find(new Query(Criteria.where("_id").in(contentIds)), SocialRuling.class)
					.stream()
					.collect(Collectors.toUnmodifiableMap(SocialRuling::contentId, SocialRuling::decidedText));
	}

	void save(SocialRuling ruling) {
		this.mongo.save(ruling);
	}

}
