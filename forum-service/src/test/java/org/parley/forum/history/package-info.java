/** Tests of the edit history. */
@NullMarked
package org.parley.forum.history;

import org.jspecify.annotations.NullMarked;
