package org.parley.social.post.view;

import java.util.List;

import org.parley.social.post.SocialPost;
import org.parley.social.post.VisiblePost;
import org.parley.social.post.reaction.SocialReactions;
import org.parley.social.relation.SocialReader;

import org.springframework.stereotype.Component;

/** Shows posts, with one query for the reader's reactions. */
@Component
public class SocialPostViews {

	private final SocialReactions reactions;

	SocialPostViews(SocialReactions reactions) {
		this.reactions = reactions;
	}

	/** Shows posts in their order. */
	public List<SocialPostView> of(List<SocialPost> posts, SocialReader reader) {
		var own = this.reactions.of(reader.id(), posts.stream().map(SocialPost::id).toList());
		return posts.stream()
			.map((post) -> SocialPostView.of(post, reader.show(post.authorId()), own.get(post.id())))
			.toList();
	}

	/** Shows one post. */
	public SocialPostView of(VisiblePost post) {
		return of(List.of(post.post()), post.reader()).getFirst();
	}

}
