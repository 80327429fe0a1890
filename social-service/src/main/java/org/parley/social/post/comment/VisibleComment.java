package org.parley.social.post.comment;

import org.parley.social.post.SocialPost;
import org.parley.social.relation.SocialReader;

/** A comment that a reader may see. */
public record VisibleComment(SocialComment comment, SocialPost post, SocialReader reader) {
}
