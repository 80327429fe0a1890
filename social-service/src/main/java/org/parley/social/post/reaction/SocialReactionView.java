package org.parley.social.post.reaction;

import org.parley.social.person.SocialPersonView;

/**
 * The reaction of a person.
 *
 * @param person the person
 * @param kind the kind
 */
record SocialReactionView(SocialPersonView person, ReactionKind kind) {
}
