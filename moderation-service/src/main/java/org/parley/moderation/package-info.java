/** Checks posts against a policy and opens cases for moderators. */
@NullMarked
package org.parley.moderation;

import org.jspecify.annotations.NullMarked;
