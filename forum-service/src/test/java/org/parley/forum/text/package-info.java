/** What text promises. */
@NullMarked
package org.parley.forum.text;

import org.jspecify.annotations.NullMarked;
