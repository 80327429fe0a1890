/** Verdicts and decisions of moderation about posts and comments. */
@NullMarked
package org.parley.social.post.verdict;

import org.jspecify.annotations.NullMarked;
