package org.parley.social.explore;

import org.parley.social.person.SocialPersonView;

/**
 * A person on the leaderboard.
 *
 * @param score reactions to the person's public posts of the window, and comments twice
 * @param posts the number of those posts
 */
record LeaderView(SocialPersonView person, long score, long posts) {
}
