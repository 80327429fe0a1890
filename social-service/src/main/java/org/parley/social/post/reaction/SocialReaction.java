package org.parley.social.post.reaction;

import org.parley.platform.domain.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The reaction of a person to a post or comment.
 *
 * @param id the ids of the person and the target
 * @param targetId the id of the post or comment
 * @param seq sorts by time
 */
@Document("reactions")
@CompoundIndex(def = "{'targetId': 1, 'seq': 1}")
public record SocialReaction(@Id String id, String personId, String targetId, String postId, ReactionKind kind,
		String seq) {

	static SocialReaction of(String personId, String targetId, String postId, ReactionKind kind) {
		return new SocialReaction(id(personId, targetId), personId, targetId, postId, kind, Ids.next());
	}

	static String id(String personId, String targetId) {
		return personId + ":" + targetId;
	}

	public boolean isToComment() {
		return !this.targetId.equals(this.postId);
	}

}
