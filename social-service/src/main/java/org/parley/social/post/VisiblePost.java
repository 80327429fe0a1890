package org.parley.social.post;

import org.parley.social.relation.SocialReader;

/**
 * A post that a reader may see.
 *
 * @param post the post
 * @param reader the reader
 */
public record VisiblePost(SocialPost post, SocialReader reader) {
}
