package org.parley.social.post.view;

import java.util.List;

import org.parley.platform.readmodels.media.MediaView;
import org.parley.platform.readmodels.media.use.KnownMedia;
import org.parley.platform.readmodels.media.use.MediaGallery;
import org.parley.social.post.SocialPost;
import org.parley.social.post.VisiblePost;
import org.parley.social.post.reaction.SocialReactions;
import org.parley.social.relation.SocialReader;

import org.springframework.stereotype.Component;

/**
 * Shows posts, with one query for the reader's reactions, and one for media if there are
 * any.
 */
@Component
public class SocialPostViews {

	private final SocialReactions reactions;

	private final KnownMedia knownMedia;

	SocialPostViews(SocialReactions reactions, KnownMedia knownMedia) {
		this.reactions = reactions;
		this.knownMedia = knownMedia;
	}

	/** Shows posts in their order. */
	public List<SocialPostView> of(List<SocialPost> posts, SocialReader reader) {
		var own = this.reactions.of(reader.id(), posts.stream().map(SocialPost::id).toList());
		var gallery = this.knownMedia.gallery(posts.stream().flatMap((post) -> post.media().stream()).toList());
		return posts.stream()
			.map((post) -> SocialPostView.of(post, reader.show(post.authorId()), media(post, gallery, reader),
					own.get(post.id())))
			.toList();
	}

	/** Shows one post. */
	public SocialPostView of(VisiblePost post) {
		return of(List.of(post.post()), post.reader()).getFirst();
	}

	private static List<MediaView> media(SocialPost post, MediaGallery gallery, SocialReader reader) {
		return gallery.show(post.media(), post.isPublic() && reader.isOpen(post.authorId()));
	}

}
