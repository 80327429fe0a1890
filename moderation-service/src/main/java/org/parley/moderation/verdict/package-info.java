/** The results of checks. */
@NullMarked
package org.parley.moderation.verdict;

import org.jspecify.annotations.NullMarked;
