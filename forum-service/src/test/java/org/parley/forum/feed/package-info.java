/** Tests of feeds. */
@NullMarked
package org.parley.forum.feed;

import org.jspecify.annotations.NullMarked;
