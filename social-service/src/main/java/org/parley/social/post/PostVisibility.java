package org.parley.social.post;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonValue;
import org.parley.social.relation.SocialReader;

/** The readers who may see a post. */
public enum PostVisibility {

	/** Everybody; of a private account, its followers. */
	PUBLIC,
	/** The followers of the author. */
	FOLLOWERS,
	/** The author alone. */
	PRIVATE;

	/** The visibilities of a person's posts that a reader may see. */
	public static Set<PostVisibility> of(SocialReader reader, String authorId) {
		if (reader.is(authorId)) {
			return EnumSet.allOf(PostVisibility.class);
		}
		if (reader.isConfidant(authorId)) {
			return EnumSet.of(PUBLIC, FOLLOWERS);
		}
		return reader.mayVisit(authorId) ? EnumSet.of(PUBLIC) : EnumSet.noneOf(PostVisibility.class);
	}

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT);
	}

}
