/** Checks on real servers. */
@NullMarked
package org.parley.moderation.check;

import org.jspecify.annotations.NullMarked;
