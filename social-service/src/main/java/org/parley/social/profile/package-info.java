/** The pages of people: counts, relation, posts, followers and followed people. */
@NullMarked
package org.parley.social.profile;

import org.jspecify.annotations.NullMarked;
