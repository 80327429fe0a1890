package org.parley.social.post;

import org.parley.social.relation.SocialReader;

/** A post that a reader may see. */
public record VisiblePost(SocialPost post, SocialReader reader) {
}
