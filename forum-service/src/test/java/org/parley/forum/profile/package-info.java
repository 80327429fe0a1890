/** What profile promises. */
@NullMarked
package org.parley.forum.profile;

import org.jspecify.annotations.NullMarked;
