/** What starting promises. */
@NullMarked
package org.parley.forum.starting;

import org.jspecify.annotations.NullMarked;
