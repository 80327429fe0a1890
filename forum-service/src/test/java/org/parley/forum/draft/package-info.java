/** What draft promises. */
@NullMarked
package org.parley.forum.draft;

import org.jspecify.annotations.NullMarked;
