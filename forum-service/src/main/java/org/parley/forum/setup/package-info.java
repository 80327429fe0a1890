/** Fills a new installation: its first categories and its first threads. */
@NullMarked
package org.parley.forum.setup;

import org.jspecify.annotations.NullMarked;
