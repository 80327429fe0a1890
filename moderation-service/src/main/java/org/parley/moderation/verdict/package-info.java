/** What checks came to, one record for each. */
@NullMarked
package org.parley.moderation.verdict;

import org.jspecify.annotations.NullMarked;
