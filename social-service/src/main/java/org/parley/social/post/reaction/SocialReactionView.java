package org.parley.social.post.reaction;

import org.parley.social.person.SocialPersonView;

/** The reaction of a person. */
record SocialReactionView(SocialPersonView person, ReactionKind kind) {
}
