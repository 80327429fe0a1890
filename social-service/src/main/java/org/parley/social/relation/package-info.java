/** Follows and blocks between people, and what they may see of each other. */
@NullMarked
package org.parley.social.relation;

import org.jspecify.annotations.NullMarked;
