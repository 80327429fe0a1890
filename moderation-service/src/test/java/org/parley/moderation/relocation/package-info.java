/** Integration tests of moves. */
@NullMarked
package org.parley.moderation.relocation;

import org.jspecify.annotations.NullMarked;
