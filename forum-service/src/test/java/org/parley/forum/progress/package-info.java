/** What progress promises. */
@NullMarked
package org.parley.forum.progress;

import org.jspecify.annotations.NullMarked;
