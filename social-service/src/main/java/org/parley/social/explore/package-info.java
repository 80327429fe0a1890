/** Public posts of everybody, and the people whose posts are liked most. */
@NullMarked
package org.parley.social.explore;

import org.jspecify.annotations.NullMarked;
