/** Tests of exploring and the leaderboard. */
@NullMarked
package org.parley.social.explore;

import org.jspecify.annotations.NullMarked;
